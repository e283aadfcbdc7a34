import type { Wiring } from '../../device/contract/wiring.ts';
import type { Language } from '../blocks/messages/index.ts';

/** A text for people, in every language of the house. Plain text, no markup. */
export type GuideText = Readonly<Record<Language, string>>;

/**
 * What people should know about one part of the kit, and a small program that shows it at work. Pins, commands,
 * values, units and ranges are not repeated here: they are in the part's definition (`device/parts/`).
 */
export interface PartGuide {
  /** As in `WiredPart.type`. */
  readonly type: string;
  /** What the part is called: "RGB-LED". */
  readonly title: GuideText;
  /** One sentence: what it is and does. */
  readonly what: GuideText;
  /** How to wire it as `wiring` says, one step a sentence or two, in this order. */
  readonly steps: readonly GuideText[];
  /** What breaks a part or the Pi, and where it is not exact; may be empty. */
  readonly warnings: readonly GuideText[];
  /** The part on its pins, with what else the example needs. */
  readonly wiring: Wiring;
  /** The example: a Blockly workspace as `Blockly.serialization.workspaces.load` takes it. */
  readonly workspace: object;
}
