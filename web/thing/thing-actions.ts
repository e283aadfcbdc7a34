import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './report-damage.ts';
import '../association/photos/photos.ts';
import '../ui/notice.ts';
import '../ui/problem-note.ts';
import type { z } from 'zod/mini';
import type { Problem } from '../../device/contract/problem.ts';
import type { labelEndpoints, ThingAction } from '../../server/api/contract/lending/labels.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { Sending } from '../ui/sending.ts';
import { actionsStyles } from './actions-styles.ts';
import { type TakenStep, type TapAction, takeStep } from './thing-steps.ts';

type Thing = z.infer<(typeof labelEndpoints)['thing']['result']>;

/** What was done last: how to take it back, and where the rest of it is done. */
interface Done {
  readonly words: string;
  readonly undo: TakenStep['undo'];
  readonly more?: string | null;
}

/** What an adult can do with a thing right now, one tap each; says how it went, and takes it back. */
@customElement('sb-thing-actions')
@localized()
export class ThingActions extends LitElement {
  @property() code = '';
  /** A teacher looks, whose school has it. */
  @property({ type: Boolean }) ofSchool = false;

  @state() private thing: Thing | null = null;
  @state() private problem: Problem | null = null;
  @state() private done: Done | null = null;
  private readonly sending = new Sending(this);
  /** It blinks, and answers when that is over. */
  @state() private blinking = false;
  @state() private damaged = false;
  @state() private photos = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { thing } = this;
    if (!thing) {
      return html`<sb-problem-note .problem=${this.problem}></sb-problem-note>
        ${this.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
    }
    return html`${this.renderHead(thing)}
      ${
        this.done
          ? html`<sb-notice tone="good" data-test="done">
              ${this.done.words}
              ${this.done.more ? html`<a class="more" href=${this.done.more} data-test="go-on">${msg('Weiter mit dieser Leihe')}</a>` : nothing}
              ${this.done.undo ? html`<button slot="action" class="button" type="button" ?disabled=${this.sending.busy} data-test="undo" @click=${this.undo}>${lendingIcon('undo-2')}${msg('Zurücknehmen')}</button>` : nothing}
            </sb-notice>`
          : nothing
      }
      <sb-problem-note .problem=${this.sending.problem ?? this.problem}></sb-problem-note>
      <ul>
        ${thing.actions.map((action, index) => html`<li>${this.renderAction(action, index === 0)}</li>`)}
        ${this.ofSchool ? html`<li><a class="button" href="/teacher#loans" data-test="my-loans">${lendingIcon('handshake')}${msg('Zu Ihren Leihen')}</a></li>` : nothing}
      </ul>
      ${this.photos ? html`<sb-photos .assetId=${thing.asset.id} canAdd></sb-photos>` : nothing}
      <sb-report-damage
        .open=${this.damaged}
        .asset=${thing.asset}
        @close=${() => {
          this.damaged = false;
        }}
        @reported=${() => {
          this.damaged = false;
          this.done = { words: msg('Gemeldet. Danke!'), undo: null };
        }}
      ></sb-report-damage>`;
  }

  private renderHead({ asset, fleet, inside }: Thing) {
    const more = [
      ...(asset.parent ? [msg(str`in ${asset.parent.code} ${asset.parent.name}`)] : []),
      ...(inside > 0 ? [inside === 1 ? msg('1 Teil darin') : msg(str`${inside} Teile darin`)] : []),
      ...(fleet ? [fleet.online ? msg('online') : msg('offline')] : []),
    ];
    return html`<div>
      <p class="code">${asset.code}</p>
      <h1>${asset.name}</h1>
      <p class="quiet-text" data-test="where">${this.ofSchool ? msg('Ist gerade bei Ihrer Schule.') : whereWords(asset)}</p>
      ${more.length > 0 ? html`<p class="quiet-text">${more.join(' · ')}</p>` : nothing}
    </div>`;
  }

  private renderAction(action: ThingAction, first: boolean) {
    const look = `button ${first ? 'primary' : ''}`;
    if (action.action === 'open') {
      return html`<a class=${look} href="/association#assets/${this.thing?.asset.id}" data-test="do-open">${lineIcon('eye')}${msg('Alles dazu ansehen')}</a>`;
    }
    return html`<button class=${look} type="button" ?disabled=${this.sending.busy} data-test="do-${action.action}" @click=${() => this.act(action)}>
        ${iconOf(action)}<span aria-live="polite">${this.blinking && action.action === 'identify' ? msg('Blinkt …') : wordsOf(action)}</span>
      </button>
      ${'loanId' in action ? html`<a class="more" href="/association#loans/${action.loanId}">${msg(str`Leihe ${action.loanNumber} öffnen`)}</a>` : nothing}`;
  }

  private act(action: Exclude<ThingAction, { action: 'open' }>): void {
    this.done = null;
    this.problem = null;
    this.sending.forget();
    if (action.action === 'report-damage') this.damaged = true;
    else if (action.action === 'photo') this.photos = !this.photos;
    else void this.take(action);
  }

  private async take(action: TapAction): Promise<void> {
    const { thing } = this;
    if (!thing) return;
    this.blinking = action.action === 'identify';
    await this.sending.do(async () => {
      const { undo } = await takeStep(action, thing.asset);
      this.done = { words: doneWords(action), undo, more: goingOn(action) };
      await this.load();
    });
    this.blinking = false;
  }

  private readonly undo = async (): Promise<void> => {
    const undo = this.done?.undo;
    if (!undo) return;
    await this.sending.do(async () => {
      await undo();
      this.done = { words: msg('Zurückgenommen.'), undo: null };
      await this.load();
    });
  };

  private async load(): Promise<void> {
    try {
      this.thing = await call('thing', { code: this.code }, {});
    } catch (error) {
      this.problem = problemOf(error);
      if (['thing-elsewhere', 'sign-in-needed'].includes(this.problem.code))
        this.dispatchEvent(new Event('not-mine'));
    }
  }

  static override styles = [controlStyles, actionsStyles];
}

function iconOf({ action }: ThingAction) {
  if (action === 'pack') return lendingIcon('package-check');
  if (action === 'return') return lendingIcon('undo-2');
  if (action === 'tick') return lendingIcon('clipboard-check');
  if (action === 'test') return lendingIcon('activity');
  if (action === 'identify') return lineIcon('lightbulb');
  if (action === 'photo') return lendingIcon('camera');
  return lineIcon('triangle-alert');
}

function wordsOf(action: Exclude<ThingAction, { action: 'open' }>): string {
  switch (action.action) {
    case 'pack':
      return msg(str`Einpacken für ${action.schoolName}`);
    case 'return':
      return msg(str`Zurückgeben von ${action.schoolName}`);
    case 'tick':
      return msg(str`Abhaken: Inventur „${action.place}“`);
    case 'identify':
      return msg('Blinken lassen');
    case 'test':
      return msg('Selbsttest starten');
    case 'report-damage':
      return msg('Schaden melden');
    case 'photo':
      return msg('Fotos');
  }
}

function doneWords(action: TapAction): string {
  switch (action.action) {
    case 'pack':
      return msg(str`Eingepackt für ${action.schoolName}.`);
    case 'return':
      return msg(str`Zurück von ${action.schoolName}.`);
    case 'tick':
      return msg(str`Abgehakt in „${action.place}“.`);
    case 'identify':
      return msg('Der Pi hat geblinkt.');
    case 'test':
      return msg('Der Selbsttest läuft; was er findet, steht bei der Leihe.');
  }
}

/** A kit's label stands for the kit alone: what is in it is on the loan's list. */
function goingOn(action: TapAction): string | null {
  return action.action === 'pack' || action.action === 'return'
    ? `/association#loans/${action.loanId}/${action.action}`
    : null;
}

function whereWords({ whereabouts, school, place, condition }: Thing['asset']): string {
  if (whereabouts === 'donated') return msg(str`Gespendet an ${school?.name ?? '?'}`);
  if (whereabouts === 'out') return msg(str`Verliehen an ${school?.name ?? '?'}`);
  if (condition === 'lost') return msg('Gilt als verloren');
  if (condition === 'retired') return msg('Ausgemustert');
  if (whereabouts === 'packed') return msg('Für eine Leihe gepackt');
  return place || msg('Ohne festen Ort');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-thing-actions': ThingActions;
  }
}
