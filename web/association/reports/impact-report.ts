import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../ui/month-chart.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { LessonSummary } from '../../../server/api/contract/endpoints.ts';
import type { Impact, Sponsor } from '../../../server/api/contract/lending/reports.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { dateLocale, language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { figureTile, tileStyles } from '../../ui/figure-tile.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { listStyles } from '../list-styles.ts';

interface Chosen {
  year: number;
  schoolYear: boolean;
  sponsorId: string;
  municipality: string;
}

/** A year's impact: figures, months, lists; as PDF and CSV, too. */
@customElement('sb-impact-report')
@localized()
export class ImpactReport extends LitElement {
  @state() private chosen: Chosen = {
    year: new Date().getFullYear(),
    schoolYear: false,
    sponsorId: '',
    municipality: '',
  };
  @state() private answer: {
    impact: Impact;
    years: readonly number[];
    municipalities: readonly string[];
  } | null = null;
  @state() private sponsors: readonly Sponsor[] = [];
  @state() private lessons: readonly LessonSummary[] = [];
  @state() private problem: Problem | null = null;
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void this.loadNames();
  }

  protected override render() {
    return html`${this.renderChoice()}
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.answer ? this.renderImpact(this.answer.impact) : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderChoice() {
    const { year, schoolYear, sponsorId, municipality } = this.chosen;
    const years = this.answer?.years ?? [year];
    const yearName = (one: number) =>
      schoolYear ? `${one}/${String((one + 1) % 100).padStart(2, '0')}` : one;
    const query = { ...this.query(), language: language() };
    return html`<div class="choice">
      <label class="field"><span class="label">${msg('Art')}</span>
        <select data-test="report-kind" @change=${(event: Event) => this.onKind(event)}>
          <option value="calendar" ?selected=${!schoolYear}>${msg('Kalenderjahr')}</option>
          <option value="school" ?selected=${schoolYear}>${msg('Schuljahr')}</option>
        </select></label>
      <label class="field"><span class="label">${msg('Jahr')}</span>
        <select data-test="report-year" .value=${String(year)} @change=${(event: Event) => this.choose({ year: Number(valueIn(event)) })}>
          ${years.map((one) => html`<option value=${one} ?selected=${one === year}>${yearName(one)}</option>`)}
        </select></label>
      <label class="field"><span class="label">${msg('Förderer')}</span>
        <select data-test="report-sponsor" @change=${(event: Event) => this.choose({ sponsorId: valueIn(event) })}>
          <option value="">${msg('Alle')}</option>
          ${this.sponsors.map(({ id, name }) => html`<option value=${id} ?selected=${id === sponsorId}>${name}</option>`)}
        </select></label>
      <label class="field"><span class="label">${msg('Ort')}</span>
        <select data-test="report-place" @change=${(event: Event) => this.choose({ municipality: valueIn(event) })}>
          <option value="">${msg('Alle')}</option>
          ${(this.answer?.municipalities ?? []).map((one) => html`<option value=${one} ?selected=${one === municipality}>${one}</option>`)}
        </select></label>
      <div class="files">
        <a class="button primary" target="_blank" data-test="report-pdf" href=${fileAddress('impactPdf', {}, query)}>${lendingIcon('file-text')}PDF</a>
        <a class="button" download data-test="report-csv" href=${fileAddress('impactCsv', {}, { ...query, separator: language() === 'de' ? ';' : ',' })}>CSV</a>
      </div>
    </div>`;
  }

  private renderImpact(impact: Impact) {
    const number = (value: number) => value.toLocaleString(dateLocale());
    const euros = (cents: number) =>
      (cents / 100).toLocaleString(dateLocale(), { style: 'currency', currency: 'EUR' });
    return html`<div class="tiles" data-test="impact">
        ${figureTile(number(impact.schools), msg('Schulen'), 'figure-schools')}
        ${figureTile(number(impact.classes), msg('Klassen'), 'figure-classes')}
        ${figureTile(number(impact.pupils), msg('Kinder'), 'figure-pupils')}
        ${figureTile(number(impact.goals), msg('erreichte Ziele'))}
        ${figureTile(number(impact.municipalities), msg('Orte'))}
        ${figureTile(number(impact.loans), msg('Leihen'), 'figure-loans')}
        ${figureTile(number(impact.donations), msg('Spenden'))}
        ${figureTile(`${Math.round(impact.kitUse * 100)} %`, msg('Auslastung der Kits'))}
      </div>
      <section class="panel body">
        <h2>${msg('Monat für Monat')}</h2>
        <sb-month-chart .months=${impact.months}></sb-month-chart>
      </section>
      <div class="two">
        ${this.renderTable(
          msg('Lektionen'),
          [msg('Lektion'), msg('Klassen'), msg('Kinder')],
          impact.lessons.map((one) => [
            this.lessonName(one.lessonId),
            number(one.classes),
            number(one.pupils),
          ]),
        )}
        ${this.renderTable(
          msg('Schulen'),
          [msg('Schule'), msg('Leihen'), msg('Kinder')],
          impact.schoolList.map((one) => [
            one.name + (one.municipality && `, ${one.municipality}`),
            number(one.loans),
            number(one.pupils),
          ]),
        )}
        ${this.renderTable(
          msg('Kits'),
          [msg('Kit'), msg('Tage'), msg('Leihen')],
          impact.kits.map((one) => [`${one.code} ${one.name}`, number(one.days), number(one.loans)]),
        )}
        ${this.renderTable(
          msg('Bestand und Verluste'),
          [msg('Was'), msg('Wie viel')],
          [
            [msg('Verlorene Pis'), number(impact.lostDevices)],
            [msg('Verlorene Kits, Boxen und andere Dinge'), number(impact.lostThings)],
            [msg('Verlorene Teile'), number(impact.lostParts)],
            [msg('Beschädigt zurück'), number(impact.damaged)],
            [msg('Zeitwert der Verluste'), euros(impact.lostCents)],
            ...(impact.lostUnknown > 0
              ? [[msg('Verloren, Tag unbekannt (in keinem Jahr gezählt)'), number(impact.lostUnknown)]]
              : []),
            [msg('Zeitwert des Bestands'), euros(impact.valueCents)],
            [msg('Zeitwert des Verliehenen'), euros(impact.atRiskCents)],
          ],
        )}
      </div>`;
  }

  private renderTable(name: string, heads: readonly string[], rows: readonly (readonly string[])[]) {
    if (rows.length === 0) return '';
    return html`<section class="panel">
      <h2>${name}</h2>
      <div class="wrap long" tabindex="0" role="region" aria-label=${name}>
        <table>
          <thead>
            <tr>${heads.map((head, index) => html`<th scope="col" class=${index > 0 ? 'number' : ''}>${head}</th>`)}</tr>
          </thead>
          <tbody>
            ${rows.map(
              ([first, ...more]) => html`<tr>
                <th scope="row">${first}</th>
                ${more.map((cell, index) => (cell === '' ? html`<td></td>` : html`<td class="number" data-head=${heads[index + 1] ?? ''}>${cell}</td>`))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private lessonName(lessonId: string): string {
    return this.lessons.find(({ id }) => id === lessonId)?.title ?? lessonId;
  }

  private query() {
    const { year, schoolYear, sponsorId, municipality } = this.chosen;
    return {
      year,
      ...(schoolYear && { schoolYear }),
      ...(sponsorId && { sponsorId }),
      ...(municipality && { municipality }),
    };
  }

  private onKind(event: Event): void {
    const schoolYear = valueIn(event) === 'school';
    const now = new Date();
    this.choose({ schoolYear, year: now.getFullYear() - (schoolYear && now.getMonth() < 7 ? 1 : 0) });
  }

  private choose(change: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...change };
    void this.load();
  }

  private async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const answer = await call('impact', {}, this.query());
      if (asked !== this.#asked) return;
      this.answer = answer;
      this.problem = null;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemOf(error);
    }
  }

  private async loadNames(): Promise<void> {
    try {
      this.sponsors = (await call('sponsors', {}, {})).sponsors;
      this.lessons = (await call('lessons', { language: language() }, {})).lessons;
    } catch {
      // Then their ids stand there.
    }
  }

  static override styles = [
    controlStyles,
    listStyles,
    tileStyles,
    css`
      .tiles {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }

      @media (max-width: 40rem) {
        .tiles {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }

      .choice {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        align-items: end;
        gap: var(--sb-space-3);
      }

      .files {
        display: flex;
        gap: var(--sb-space-2);
      }

      .body {
        padding: var(--sb-space-4);
      }

      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        align-items: start;
        gap: var(--sb-space-4);
      }

      section h2 {
        padding: var(--sb-space-3) var(--sb-space-4);
        font-size: var(--sb-text-m);
      }

      .body h2 {
        padding: 0 0 var(--sb-space-3);
      }

      .long {
        max-height: 24rem;
        overflow: auto;
      }

      .number {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }

      @media (max-width: 48rem) {
        .number {
          text-align: left;
        }
      }

      /* The year and whose figures they are stand on paper, the buttons do not; lists are whole. */
      @media print {
        .files {
          display: none;
        }

        .choice {
          grid-template-columns: repeat(4, 1fr);
        }

        .choice select {
          appearance: none;
          border: none;
          background: none;
          padding: 0;
        }

        .two {
          display: block;
        }

        .two > section,
        .body {
          margin-top: var(--sb-space-4);
          box-shadow: none;
        }

        .body,
        tr {
          break-inside: avoid;
        }

        h2 {
          break-after: avoid;
        }

        .long {
          max-height: none;
          overflow: visible;
        }

        .tile {
          border: 1px solid var(--sb-line-strong);
        }

        thead {
          display: table-header-group;
        }

        tbody tr {
          display: table-row;
        }

        tbody tr > * {
          display: table-cell;
          padding: var(--sb-space-1) var(--sb-space-3);
          border-bottom: 1px solid var(--sb-line);
        }

        td[data-head]::before {
          content: none;
        }

        .number {
          text-align: right;
        }
      }
    `,
  ];
}

function valueIn(event: Event): string {
  return (event.currentTarget as HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-impact-report': ImpactReport;
  }
}
