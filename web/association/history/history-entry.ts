import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry } from '../../../server/api/contract/lending/stocktake.ts';
import { dateLocale, language } from '../../locales/locale.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';

/** One line of a history; what the step did with single things opens below it. */
export function historyEntry(entry: HistoryEntry): TemplateResult {
  const { kind, at, by, details = [] } = entry;
  const time = new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  const own = kind === 'note';
  return html`<span class="mark ${own ? 'own' : ''}">${own ? lineIcon('pencil') : lendingIcon('history')}</span>
    <div>
      <p class="words">${entry[language()]}</p>
      <p class="hint">
        <time datetime=${new Date(at).toISOString()}>${time.format(at)}</time>
        ${by ? html` · ${personName(by)}` : nothing}
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
