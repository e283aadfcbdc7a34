import { msg } from '@lit/localize';
import { html } from 'lit';
import { changeInWords } from './lane-words.ts';
import { fullName, type ShownLane } from './shown-lanes.ts';
import type { Words } from './words.ts';

/** Changes that the table shows. */
const mostRows = 50;

/** A change as a line of the table. */
export interface ChangeRow {
  /** µs since the run's start. */
  readonly at: number;
  readonly lane: string;
  readonly value: string;
}

/** The last changes of all lanes, the newest first. */
export function lastChanges(lanes: readonly ShownLane[], words: Words, most = mostRows): ChangeRow[] {
  const newest = lanes.flatMap((shown) => {
    const { lane } = shown;
    const first = Math.max(0, lane.count - most);
    return Array.from({ length: lane.count - first }, (_, index) => ({ shown, index: first + index }));
  });
  return newest
    .map(({ shown, index }) => ({ shown, index, at: shown.lane.times[index]! }))
    .sort((a, b) => b.at - a.at)
    .slice(0, most)
    .map(({ shown, index, at }) => ({
      at,
      lane: fullName(shown),
      value: changeInWords(shown, index, words) || '–',
    }));
}

/** The last changes as a table that keys can reach and scroll. */
export function changesTable(lanes: readonly ShownLane[], words: Words) {
  return html`<div class="table" tabindex="0" role="region" aria-label=${msg('Die letzten Änderungen')} data-test="recorder-changes">
    <table>
      <thead>
        <tr><th scope="col">${msg('Zeit')}</th><th scope="col">${msg('Spur')}</th><th scope="col">${msg('Wert')}</th></tr>
      </thead>
      <tbody>
        ${lastChanges(lanes, words).map(
          ({ at, lane, value }) =>
            html`<tr><td>${words.moment(at, 1000)}</td><td>${lane}</td><td>${value}</td></tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
