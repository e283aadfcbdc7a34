import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import { call } from '../../client/api.ts';
import { language } from '../../locales/locale.ts';
import { download } from '../../pupil/recorder/file-name.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { getLessons } from './class-lessons.ts';
import { recordCsv } from './record-csv.ts';
import { recordFileName } from './record-file-name.ts';
import { recordHtml } from './record-html.ts';
import { lessonsOf } from './record-lessons.ts';
import { drawPictures } from './record-pictures.ts';

/** Makes a class's two files for the teacher's records, of one that runs or has ended. */
@customElement('sb-class-record')
@localized()
export class SbClassRecord extends LitElement {
  @property() classId = '';

  /** What is being made; `all` is 0 until it is known. */
  @state() private making: { kind: 'html' | 'csv'; done: number; all: number } | null = null;
  @state() private made: string | null = null;
  @state() private problem: Problem | null = null;

  override render() {
    return html`<p>
        ${msg('Für Ihre Unterlagen: Namen, Ziele, Arbeiten, Rückmeldungen und Abzeichen. Die Dateien bleiben auf Ihrem Gerät; für sie ist dann die Schule verantwortlich.')}
      </p>
      <div class="files">
        ${this.button('html', msg('Bericht mit Bildern (HTML)'))} ${this.button('csv', msg('Tabelle (CSV)'))}
      </div>
      ${this.renderMaking()}
      <p role="status" class=${this.made ? 'made' : 'visually-hidden'} data-test="record-made">
        ${this.made ? html`${lineIcon('circle-check')}${msg(str`${this.made} ist heruntergeladen.`)}` : nothing}
      </p>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  private button(kind: 'html' | 'csv', name: string) {
    return html`<button
      class="button"
      type="button"
      data-test="record-${kind}"
      ?disabled=${this.making !== null}
      @click=${() => this.make(kind)}
    >
      ${lineIcon('download')}${name}
    </button>`;
  }

  private renderMaking() {
    if (!this.making) return nothing;
    const { done, all } = this.making;
    const said =
      all === 0 ? msg('Wird zusammengestellt …') : msg(str`Bild ${Math.min(done + 1, all)} von ${all} …`);
    return html`<label class="making" data-test="record-making">
      <span>${said}</span>
      <progress max=${Math.max(1, all)} .value=${done}></progress>
    </label>`;
  }

  private async make(kind: 'html' | 'csv'): Promise<void> {
    this.problem = null;
    this.made = null;
    this.making = { kind, done: 0, all: 0 };
    const spoken = language();
    try {
      const record = await call('classRecord', { classId: this.classId }, {});
      const lessons = await getLessons(lessonsOf(record), spoken);
      const name = recordFileName(record.class.name, new Date(record.class.startedAt), kind);
      if (kind === 'csv') {
        download(new Blob([recordCsv(record, lessons, spoken)], { type: 'text/csv;charset=utf-8' }), name);
      } else {
        const pictures = await drawPictures(record, lessons, spoken, (done, all) => {
          this.making = { kind, done, all };
        });
        const text = recordHtml({ record, lessons, pictures }, spoken);
        download(new Blob([text], { type: 'text/html;charset=utf-8' }), name);
      }
      this.made = name;
    } catch (thrown) {
      this.problem = problemOf(thrown);
    } finally {
      this.making = null;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      p {
        max-width: 65ch;
      }

      .files {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }

      .making {
        display: grid;
        gap: var(--sb-space-1);
        max-width: 24rem;
      }

      progress {
        width: 100%;
        height: 0.75rem;
        accent-color: var(--sb-board);
      }

      .made {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        color: var(--sb-good);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-record': SbClassRecord;
  }
}
