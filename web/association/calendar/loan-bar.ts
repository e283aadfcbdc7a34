import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { CalendarBar } from '../../../server/api/contract/lending/calendar.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import type { DayScale } from './day-scale.ts';
import { barState } from './loan-bar-words.ts';
import { type Draft, draftSpan } from './moving.ts';
import { spanText } from './span-text.ts';

/** Where a time lies on a scale, CSS pixels; null: outside of it. */
export function barPlace(
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
  scale: DayScale,
): { left: string; width: string } | null {
  const left = Math.max(0, scale.x(startsAt));
  const right = Math.min(scale.days * scale.width, scale.x(Math.min(endsAt, scale.to)));
  return right <= left ? null : { left: `${left}px`, width: `${Math.max(14, right - left)}px` };
}

/** Bars of a few days have room for their picture alone, those of one or two for nothing. */
function narrowness({ width }: { readonly width: string }) {
  const pixels = Number.parseFloat(width);
  return { narrow: pixels < 72, tiny: pixels < 26 };
}

/** A loan's bar in the row of one of its kits. */
export function barButton(
  bar: CalendarBar,
  code: string,
  is: {
    readonly scale: DayScale;
    readonly how: 'whole' | 'end' | 'no';
    readonly draft: Draft | null;
    /** It would go to another kit's row. */
    readonly leaves: boolean;
    readonly blocked: boolean;
    readonly open: () => void;
    readonly key: (event: KeyboardEvent) => void;
  },
) {
  const span = is.draft ? draftSpan({ ...is.draft, bar }) : bar;
  const place = barPlace(span, is.scale);
  if (!place) return nothing;
  const { name, icon, look } = barState(bar);
  const { draft, leaves, blocked } = is;
  return html`<button
    type="button"
    class=${classMap({
      ...{ bar: true, [look]: true, grasp: is.how !== 'no', leaves },
      ...narrowness(place),
      ...{ moving: draft !== null && !leaves, blocked: blocked && !leaves },
    })}
    style=${styleMap(place)}
    title="${bar.number} · ${bar.schoolName} · ${spanText(span)}"
    aria-label="${code}: ${bar.schoolName}, ${bar.number}, ${name}, ${spanText(span)}"
    data-test="bar-${code}-${bar.number}"
    data-loan=${bar.loanId}
    @click=${is.open}
    @keydown=${is.key}
  >
    <span class="words">${lendingIcon(icon)}<span>${bar.schoolName}</span></span>
    ${is.how === 'no' ? nothing : html`<span class="grip"></span>`}
  </button>`;
}

/** Where a loan would lie in another kit's row. */
export function ghostBar(draft: Draft, scale: DayScale, blocked: boolean) {
  const place = barPlace(draft.bar, scale);
  if (!place) return nothing;
  const { icon, look } = barState(draft.bar);
  return html`<div
    class=${classMap({ bar: true, [look]: true, moving: true, blocked })}
    style=${styleMap(place)}
    aria-hidden="true"
  >
    <span class="words">${lendingIcon(icon)}<span>${draft.bar.schoolName}</span></span>
  </div>`;
}
