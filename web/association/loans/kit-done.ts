import { html } from 'lit';
import { lineIcon } from '../../ui/line-icons.ts';

/** Says beside a kit's name that nothing is left to do with it. */
export function kitDone(words: string) {
  return html`<span slot="state" class="chip" data-state="good">${lineIcon('check')}${words}</span>`;
}
