import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { writeNumber } from '../../lessons/blocks/number-field.ts';
import { language } from '../locales/locale.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemText } from '../ui/problem-text.ts';
import { gapLine, messageLine } from './message-line.ts';
import { type Series, seriesOf } from './plot-series.ts';
import type { ConsoleLine } from './run-view.ts';

/** A line's block was chosen. */
export type BlockChosen = CustomEvent<{ block: string }>;

/** What the program wrote and how it went; its numbers also as curves. A click on an error fires `block-chosen`. */
@customElement('sb-console')
@localized()
export class SbConsole extends LitElement {
  @property({ attribute: false }) lines: readonly ConsoleLine[] = [];

  @state() private tab: 'text' | 'curve' = 'text';
  @state() private curvesMissing = false;

  @query('.log') private list!: HTMLElement | null;
  private follows = true;

  protected override willUpdate(): void {
    const { list } = this;
    this.follows = !list || list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.follows && this.list) this.list.scrollTop = this.list.scrollHeight;
  }

  override render() {
    const series = seriesOf(this.lines);
    return html`${series.length > 0 || this.tab === 'curve' ? this.tabs() : nothing}
      ${this.tab === 'curve' ? this.curves(series) : this.text()}`;
  }

  private tabs() {
    const button = (tab: 'text' | 'curve', label: string) =>
      html`<button type="button" class="tab" data-test="console-${tab}" aria-pressed=${this.tab === tab} @click=${() => this.open(tab)}>
        ${label}
      </button>`;
    return html`<div class="tabs" role="group" aria-label=${msg('Ansicht der Konsole')}>
      ${button('text', msg('Text'))}${button('curve', msg('Kurve'))}
    </div>`;
  }

  private open(tab: 'text' | 'curve'): void {
    this.tab = tab;
    if (tab === 'text') return;
    import('./plot.ts').then(
      () => {
        this.curvesMissing = false;
      },
      () => {
        this.curvesMissing = true;
      },
    );
  }

  private curves(series: readonly Series[]) {
    if (this.curvesMissing)
      return html`<p class="empty" role="status">${msg('Die Kurve konnte gerade nicht geladen werden. Versuche es noch einmal, sobald die Verbindung wieder da ist.')}</p>`;
    if (series.length === 0)
      return html`<p class="empty">${msg('Schreibe Zahlen in die Konsole, dann erscheint hier ihre Kurve.')}</p>`;
    return html`<sb-plot .series=${series}></sb-plot>`;
  }

  private text() {
    return html`<div class="log" role="log" aria-label=${msg('Konsole')} data-test="console" tabindex="0">
      <ol>
        ${
          this.lines.length === 0
            ? html`<li class="empty">${msg('Hier erscheint, was dein Programm sagt.')}</li>`
            : this.lines.map((line) => this.line(line))
        }
      </ol>
    </div>`;
  }

  private line(line: ConsoleLine) {
    switch (line.kind) {
      case 'start':
        return html`<li class="note" data-kind="start">${msg('Programm gestartet')}</li>`;
      case 'print':
        return html`<li data-kind="print">${shown(line) || ' '}</li>`;
      case 'sent':
      case 'received':
        return html`<li class="note" data-kind=${line.kind}>${messageLine(line)}</li>`;
      case 'gap':
        return html`<li class="note" data-kind="gap">
          ${gapLine(line)}
        </li>`;
      case 'end':
        return html`<li class="note ${line.reason}" data-kind="end" data-reason=${line.reason}>${endText(line.reason)}</li>`;
      case 'error': {
        const { block } = line;
        const text = html`${lineIcon('triangle-alert')}<span>${problemText(line.problem)}</span>`;
        return html`<li class="error" data-kind="error">
          ${
            block === null
              ? html`<div>${text}</div>`
              : html`<button type="button" @click=${() => this.choose(block)}>
                  ${text}<em>${msg('Block zeigen')}</em>
                </button>`
          }
        </li>`;
      }
    }
  }

  private choose(block: string): void {
    this.dispatchEvent(new CustomEvent('block-chosen', { detail: { block } }));
  }

  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
    }
    sb-plot {
      flex: 1;
    }
    .tabs {
      display: flex;
      justify-content: flex-end;
      padding-right: var(--sb-space-2);
    }
    .tab {
      min-height: 36px;
      padding: 0 var(--sb-space-3);
      border: 0;
      border-bottom: 3px solid transparent;
      background: none;
      color: var(--sb-ink-quiet);
      font: 600 var(--sb-text-s) / 1 var(--sb-font);
      cursor: pointer;
    }
    .tab[aria-pressed="true"] {
      border-color: var(--sb-board);
      color: var(--sb-ink);
    }
    .tab:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: -3px;
    }
    p.empty {
      margin: 0;
      padding: 0 var(--sb-space-3);
    }
    svg.lucide {
      width: 1.2em;
      height: 1.2em;
      flex: none;
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .log {
      flex: 1;
      min-height: 0;
      padding: 0 var(--sb-space-3) var(--sb-space-3);
      overflow: auto;
      font: 400 0.95rem / 1.55 var(--sb-font-code);
      overflow-wrap: anywhere;
    }
    [data-kind="print"] {
      white-space: pre-wrap;
    }
    .log:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: -3px;
    }
    .note,
    .empty,
    .error {
      font-family: var(--sb-font);
    }
    .note,
    .empty {
      color: var(--sb-ink-quiet);
    }
    .finished {
      color: var(--sb-good);
      font-weight: 600;
    }
    .error > * {
      display: flex;
      align-items: flex-start;
      gap: var(--sb-space-2);
      width: 100%;
      min-height: var(--sb-touch);
      margin: var(--sb-space-1) 0;
      padding: var(--sb-space-2) var(--sb-space-3);
      border: 0;
      border-left: 4px solid var(--sb-stop);
      border-radius: var(--sb-radius-s);
      background: var(--sb-stop-soft);
      color: var(--sb-ink);
      font: inherit;
      text-align: left;
    }
    .error svg {
      margin-top: 0.2em;
      color: var(--sb-stop);
    }
    .error span {
      flex: 1;
    }
    .error button {
      cursor: pointer;
    }
    em {
      flex: none;
      color: var(--sb-action);
      font-style: normal;
      font-weight: 600;
      text-decoration: underline;
    }
  `;
}

/** A line as people of the page's language write it. */
function shown(line: Extract<ConsoleLine, { kind: 'print' }>): string {
  return line.number ? writeNumber(line.text, language()) : line.text;
}

/** How a program ended, for people. */
export function endText(reason: Extract<ConsoleLine, { kind: 'end' }>['reason']): string {
  switch (reason) {
    case 'finished':
      return msg('Programm fertig. Alle Ausgänge sind aus.');
    case 'stopped':
      return msg('Gestoppt. Alle Ausgänge sind aus.');
    case 'replaced':
      return msg('Ein neues Programm hat begonnen.');
    case 'error':
      return msg('Das Programm hat wegen eines Fehlers aufgehört. Alle Ausgänge sind aus.');
    case 'owner-lost':
    case 'agent-stopped':
      return msg('Der Pi hat das Programm beendet. Alle Ausgänge sind aus.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-console': SbConsole;
  }
}
