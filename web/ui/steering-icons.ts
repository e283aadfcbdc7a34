import type { DirectiveResult } from 'lit/directive.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import power from 'lucide-static/icons/power.svg?raw';
import powerOff from 'lucide-static/icons/power-off.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';

const drawings = { megaphone, power, 'power-off': powerOff, send } as const;

export type SteeringIcon = keyof typeof drawings;

/** Line drawings of what a teacher does to a class; apart from `lineIcon`, which every page loads first. */
export function steeringIcon(name: SteeringIcon): DirectiveResult {
  return unsafeHTML(drawings[name].replace('<svg', '<svg aria-hidden="true" focusable="false"'));
}
