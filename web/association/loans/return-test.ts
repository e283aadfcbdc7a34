import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TestRun } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { loanStyles } from './loan-styles.ts';

/** What a Pi found out about itself, as it comes in: one word, and each check when it is opened. */
@customElement('sb-return-test')
@localized()
export class ReturnTest extends LitElement {
  @property({ attribute: false }) test!: TestRun;

  protected override render() {
    const { state, checks } = this.test;
    if (checks.length === 0)
      return html`<span class="chip" data-state=${toneOf(state)} data-test="pi-test" data-result=${state}>${wordOf(state)}</span>`;
    return html`<details data-test="pi-test" data-result=${state}>
      <summary>
        <span class="chip" data-state=${toneOf(state)}>
          ${state === 'passed' ? lineIcon('check') : state === 'running' ? lineIcon('clock') : lineIcon('circle-alert')}${wordOf(state)}
        </span>
      </summary>
      <ul class="plain">
        ${checks.map(
          ({ name, result, value }) => html`<li data-result=${result}>
            <span aria-hidden="true">${result === 'ok' ? lineIcon('check') : result === 'failed' ? lineIcon('x') : '–'}</span>
            <span>${checkWord(name)}${value ? html` <span class="quiet-text">${value}</span>` : ''}</span>
            <span class="visually-hidden">
              ${result === 'ok' ? msg('in Ordnung') : result === 'failed' ? msg('nicht in Ordnung') : msg('gibt es hier nicht')}
            </span>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      summary {
        display: flex;
        align-items: center;
        min-height: var(--sb-touch);
        cursor: pointer;
      }

      ul.plain {
        gap: 0;
        padding-bottom: var(--sb-space-2);
        font-size: var(--sb-text-s);
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      li > span:first-child {
        display: grid;
        place-items: center;
        width: 1.25rem;
        color: var(--sb-good);
      }

      [data-result='failed'] > span:first-child {
        color: var(--sb-stop);
      }
    `,
  ];
}

function toneOf(state: TestRun['state']): string {
  return state === 'passed'
    ? 'good'
    : state === 'failed'
      ? 'damaged'
      : state === 'running'
        ? 'reserved'
        : 'out';
}

function wordOf(state: TestRun['state']): string {
  return {
    running: () => msg('prüft sich …'),
    passed: () => msg('Test bestanden'),
    failed: () => msg('Test nicht bestanden'),
    busy: () => msg('nicht geprüft: ein Programm läuft'),
    unreachable: () => msg('nicht verbunden'),
  }[state]();
}

function checkWord(name: TestRun['checks'][number]['name']): string {
  return {
    connects: () => msg('verbindet sich'),
    gpio: () => msg('GPIO-Pins öffnen'),
    memory: () => msg('Arbeitsspeicher'),
    'card-speed': () => msg('Karte liest'),
    'card-errors': () => msg('Fehler der Karte'),
    'wifi-wiped': () => msg('WLAN der Schule gelöscht'),
    'data-wiped': () => msg('Daten gelöscht'),
    temperature: () => msg('Temperatur'),
  }[name]();
}

/** How the tests of many went, in one line: `20 bestanden, 1 nicht`. */
export function testSummary(tests: readonly TestRun[]): string {
  const count = (state: TestRun['state']) => tests.filter((test) => test.state === state).length;
  return [
    count('running') === 1
      ? msg('1 läuft')
      : count('running') > 1
        ? msg(str`${count('running')} laufen`)
        : '',
    count('passed') > 0 ? msg(str`${count('passed')} bestanden`) : '',
    count('failed') > 0 ? msg(str`${count('failed')} nicht bestanden`) : '',
    count('busy') > 0 ? msg(str`auf ${count('busy')} läuft ein Programm: später noch einmal`) : '',
    count('unreachable') > 0 ? msg(str`${count('unreachable')} nicht verbunden`) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-return-test': ReturnTest;
  }
}
