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

/** What an adult can do with a thing right now, one tap each; says how it went, and takes it back. */
@customElement('sb-thing-actions')
@localized()
export class ThingActions extends LitElement {
  @property() code = '';

  @state() private thing: Thing | null = null;
  @state() private problem: Problem | null = null;
  @state() private done: { readonly words: string; readonly undo: TakenStep['undo'] } | null = null;
  private readonly sending = new Sending(this);
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
              ${this.done.undo ? html`<button slot="action" class="button" type="button" ?disabled=${this.sending.busy} data-test="undo" @click=${this.undo}>${lendingIcon('undo-2')}${msg('Zurücknehmen')}</button>` : nothing}
            </sb-notice>`
          : nothing
      }
      <sb-problem-note .problem=${this.sending.problem ?? this.problem}></sb-problem-note>
      <ul>
        ${thing.actions.map((action, index) => html`<li>${this.renderAction(action, index === 0)}</li>`)}
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
    return html`<div>
      <p class="code">${asset.code}</p>
      <h1>${asset.name}</h1>
      <p class="quiet-text" data-test="where">${whereWords(asset)}</p>
      <p class="quiet-text">
        ${asset.parent ? html`${msg(str`in ${asset.parent.code} ${asset.parent.name}`)} · ` : nothing}${inside > 0 ? html`${msg(str`${inside} Teile darin`)} · ` : nothing}${fleet ? (fleet.online ? msg('online') : msg('offline')) : nothing}
      </p>
    </div>`;
  }

  private renderAction(action: ThingAction, first: boolean) {
    const look = `button ${first ? 'primary' : ''}`;
    if (action.action === 'open') {
      return html`<a class=${look} href="/association#assets/${this.thing?.asset.id}" data-test="do-open">${lineIcon('eye')}${msg('Alles dazu ansehen')}</a>`;
    }
    return html`<button class=${look} type="button" ?disabled=${this.sending.busy} data-test="do-${action.action}" @click=${() => this.act(action)}>
        ${iconOf(action)}<span>${wordsOf(action)}</span>
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
    await this.sending.do(async () => {
      const { undo } = await takeStep(action, thing.asset);
      this.done = { words: doneWords(action), undo };
      await this.load();
    });
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
      return msg('Der Pi blinkt jetzt.');
    case 'test':
      return msg('Der Selbsttest läuft; was er findet, steht bei der Leihe.');
  }
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
