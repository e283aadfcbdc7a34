import { led } from './led.ts';
import type { PartGuide } from './part-guide.ts';

export type { GuideText, PartGuide } from './part-guide.ts';

const guides: readonly PartGuide[] = [led];

/** What people should know about each part of the kit, by its type, in the order in which a class meets them. */
export const partGuides: ReadonlyMap<string, PartGuide> = new Map(guides.map((guide) => [guide.type, guide]));
