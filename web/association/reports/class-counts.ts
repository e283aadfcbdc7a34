import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { ClassCount } from '../../../server/api/contract/endpoints.ts';
import { call } from '../../client/api.ts';
import { LessonCatalogue } from '../../client/lesson-catalogue.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';
import { Polling } from '../polling.ts';

/** What stays of deleted classes: a line for each, and the sum. */
@customElement('sb-class-counts')
@localized()
export class ClassCounts extends LitElement {
  private readonly catalogue = new LessonCatalogue(this);
  private readonly counts = new Polling(this, async () => (await call('classCounts', {}, {})).counts, 60_000);

  protected override render() {
    const counts = this.counts.answer;
    return html`<p class="quiet-text">
        ${msg('Was von gelöschten Klassen bleibt, etwa für die Statistik der Code Week. Niemand lässt sich darin erkennen; laufende und noch aufbewahrte Klassen fehlen.')}
      </p>
      <sb-problem-note .problem=${this.counts.problem}></sb-problem-note>
      ${counts ? this.renderCounts(counts) : html`<p role="status">${msg('Zahlen werden geladen …')}</p>`}`;
  }

  private renderCounts(counts: readonly ClassCount[]) {
    if (counts.length === 0)
      return html`<div class="panel empty">
        <p><strong>${msg('Noch keine Zahlen.')}</strong></p>
        <p>${msg('Sie entstehen, wenn die erste Klasse gelöscht wird.')}</p>
      </div>`;
    const sum = (of: (one: ClassCount) => number) =>
      counts.reduce((all, one) => all + of(one), 0).toLocaleString(dateLocale());
    return html`<div class="wrap panel">
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Tag')}</th>
            <th scope="col">${msg('Lektion')}</th>
            <th scope="col">${msg('Schule')}</th>
            <th scope="col" class="number">${msg('Kinder')}</th>
            <th scope="col" class="number">${msg('Ziele')}</th>
          </tr>
        </thead>
        <tbody>
          ${counts.map((one) => this.renderCount(one))}
        </tbody>
        <tfoot>
          <tr data-test="count-sum">
            <th scope="row" colspan="3">${msg('Zusammen')}</th>
            <td class="number" data-head=${msg('Kinder')}>${sum(({ pupils }) => pupils)}</td>
            <td class="number" data-head=${msg('Ziele')}>${sum(({ goals }) => goals)}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private renderCount({ day, lessonId, school, pupils, goals }: ClassCount) {
    const lesson = this.catalogue.lessons.find(({ id }) => id === lessonId)?.title ?? lessonId;
    // The day as it is, in no time zone.
    const date = new Date(`${day}T12:00:00Z`).toLocaleDateString(dateLocale(), { dateStyle: 'medium' });
    return html`<tr data-test="count-row">
      <th scope="row">${date}</th>
      <td data-head=${msg('Lektion')}>${lesson}</td>
      <td data-head=${msg('Schule')}>${school?.name ?? msg('Verein')}</td>
      <td class="number" data-head=${msg('Kinder')}>${pupils}</td>
      <td class="number" data-head=${msg('Ziele')}>${goals}</td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      .number {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }

      tfoot th,
      tfoot td {
        border-top: 2px solid var(--sb-line-strong);
        font-weight: 700;
        text-align: left;
      }

      tfoot td.number {
        text-align: right;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-counts': ClassCounts;
  }
}
