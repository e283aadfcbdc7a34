import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Reminder } from '../../../server/api/contract/lending/papers.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { Polling } from '../polling.ts';
import { stageName } from './reminder-words.ts';
import { settingsStyles } from './settings-styles.ts';

/** Reminders that are due, each sent or skipped by one click, and those that went. */
@customElement('sb-due-reminders')
@localized()
export class DueReminders extends LitElement {
  /** Who looks may send. */
  @property({ type: Boolean }) locked = false;
  /** Of the reminder that is on its way. */
  @state() private sent = '';
  private readonly sending = new Sending(this);
  private readonly reminders = new Polling(this, () => call('reminders', {}, {}), 30_000);

  protected override render() {
    const { answer, problem } = this.reminders;
    return html`<section class="panel">
        <h2>${msg('Jetzt zu erinnern')}</h2>
        <sb-problem-note .problem=${this.sending.problem ?? problem}></sb-problem-note>
        ${
          answer && !answer.mail
            ? html`<p class="quiet-text" data-test="no-mail">
              ${msg('Auf diesem Server ist kein Mailversand eingerichtet (SMTP_URL). Erinnerungen lassen sich hier nur als erledigt abhaken.')}
            </p>`
            : nothing
        }
        ${
          answer
            ? answer.due.length > 0
              ? html`<ul class="due">${answer.due.map((one) => this.renderDue(one, answer.mail))}</ul>`
              : html`<p class="empty quiet-text" data-test="no-reminders">${msg('Gerade ist niemand zu erinnern.')}</p>`
            : html`<p role="status">${msg('Erinnerungen werden geladen …')}</p>`
        }
      </section>
      ${answer && answer.log.length > 0 ? this.renderLog(answer.log) : nothing}`;
  }

  private renderDue(one: Reminder, mail: boolean) {
    const key = keyOf(one);
    const { busy } = this.sending;
    return html`<li data-test="due-reminder">
      <div class="what">
        <p>
          <span class="chip ${lateness(one)}">${stageName(one.stage)}</span>
          <a href="#loans/${one.loanId}">${one.loanNumber}</a> ${one.schoolName}
        </p>
        <p class="hint">
          ${one.state === 'unsendable' && mail ? msg('Keine E-Mail-Adresse eingetragen.') : one.to}
          · ${msg(str`Ende ${dateOf(one.endsAt)}`)}
        </p>
        <details>
          <summary>${one.subject}</summary>
          <p class="text">${one.text}</p>
        </details>
      </div>
      ${
        this.locked
          ? nothing
          : html`<div class="row">
            ${
              one.state === 'due'
                ? html`<button
                  class="button primary"
                  type="button"
                  data-test="reminder-send"
                  ?disabled=${busy}
                  @click=${() => this.settle(one, false)}
                >
                  ${lendingIcon('mail')}${busy && this.sent === key ? msg('Wird gesendet …') : msg('Senden')}
                </button>`
                : nothing
            }
            <button
              class="button"
              type="button"
              data-test="reminder-skip"
              ?disabled=${busy}
              @click=${() => this.settle(one, true)}
            >
              ${this.reminders.answer?.mail ? msg('Überspringen') : msg('Erledigt')}
            </button>
          </div>`
      }
    </li>`;
  }

  private renderLog(log: readonly Reminder[]) {
    return html`<section class="panel wrap">
      <h2>${msg('Gesendet und übersprungen')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Wann')}</th>
            <th scope="col">${msg('Leihe')}</th>
            <th scope="col">${msg('Stufe')}</th>
            <th scope="col">${msg('An')}</th>
            <th scope="col">${msg('Von')}</th>
          </tr>
        </thead>
        <tbody>
          ${log.map(
            (one) => html`<tr data-test="reminder-log">
              <td data-head=${msg('Wann')}>${one.at === null ? '' : dateOf(one.at, true)}</td>
              <td data-head=${msg('Leihe')}><a href="#loans/${one.loanId}">${one.loanNumber}</a> ${one.schoolName}</td>
              <td data-head=${msg('Stufe')}>${stageName(one.stage)}</td>
              <td data-head=${msg('An')}>${one.state === 'skipped' ? msg('übersprungen') : one.to}</td>
              <td data-head=${msg('Von')}>${one.by ? personName(one.by) : msg('von selbst')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  private async settle(one: Reminder, skip: boolean): Promise<void> {
    if (this.sending.busy) return;
    this.sent = keyOf(one);
    await this.sending.do(() => call('sendReminder', { loanId: one.loanId, stage: one.stage }, { skip }));
    await this.reminders.now();
  }

  static override styles = [
    controlStyles,
    listStyles,
    settingsStyles,
    css`
      a {
        color: var(--sb-action);
      }

      .due {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .due > li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-3);
        padding-block: var(--sb-space-3);
        border-top: 1px solid var(--sb-line);
      }

      .what {
        flex: 1 1 20rem;
        min-width: 0;
      }

      .text {
        padding: var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
        white-space: pre-line;
      }
    `,
  ];
}

function keyOf({ loanId, stage }: Reminder): string {
  return `${loanId} ${stage}`;
}

function lateness({ stage }: Reminder): 'late' | 'soon' {
  return stage === 'overdue' || stage === 'escalation' ? 'late' : 'soon';
}

function dateOf(at: number, time = false): string {
  return new Date(at).toLocaleString(dateLocale(), {
    dateStyle: 'medium',
    ...(time ? { timeStyle: 'short' } : {}),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-due-reminders': DueReminders;
  }
}
