import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry } from '../../../server/api/contract/lending/stocktake.ts';
import { dateLocale, language } from '../../locales/locale.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';

/**
 * One line of a history; what the step did with single things opens below it.
 *
 * @param folded earlier entries whose texts were deleted as this one's was: they share its line.
 */
export function historyEntry(entry: HistoryEntry, folded: readonly HistoryEntry[] = []): TemplateResult {
  const { kind, at, by, erased } = entry;
  const details = erased ? [] : (entry.details ?? []);
  const from = folded.at(-1)?.at ?? at;
  const time = new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  const own = kind === 'note';
  return html`<span class="mark ${own ? 'own' : ''}">${own ? lineIcon('pencil') : lendingIcon('history')}</span>
    <div>
      <p class="words">${folded.length > 0 ? msg(str`${folded.length + 1} Texte gelöscht`) : entry[language()]}</p>
      <p class="hint">
        ${from === at ? nothing : html`<time datetime=${new Date(from).toISOString()}>${time.format(from)}</time> – `}<time
          datetime=${new Date(at).toISOString()}
          >${time.format(at)}</time
        >
        ${by && folded.length === 0 ? html` · ${personName(by)}` : nothing}
      </p>
      ${
        details.length > 0
          ? html`<details data-test="history-details">
              <summary>${details.length === 1 ? msg('1 Ding') : msg(str`${details.length} Dinge`)}</summary>
              <ul>
                ${details.map(
                  (one) =>
                    html`<li>${one.assetId ? html`<a href="/association#assets/${one.assetId}">${one[language()]}</a>` : one[language()]}</li>`,
                )}
              </ul>
            </details>`
          : nothing
      }
    </div>`;
}
