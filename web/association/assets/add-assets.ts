import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import './added-assets.ts';
import './fleet-choice.ts';
import './place-field.ts';
import './serials-field.ts';
import type { Asset, AssetKind, AssetLine } from '../../../server/api/contract/lending/assets.ts';
import type { KitTemplate } from '../../../server/api/contract/lending/consumables.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { assetStyles } from './asset-styles.ts';
import { centsOf, typedCents } from './asset-words.ts';
import type { NewDevice } from './fleet-choice.ts';

/** Where the form begins: empty, as the last time, or like a thing that there is. */
interface Beginning {
  readonly templateId: string;
  readonly name: string;
  readonly place: string;
  readonly cents: number | null;
  readonly bought: string;
}

const blank: Beginning = { templateId: '', name: '', place: '', cents: null, bought: '' };

/**
 * Adds things of a kind: kits from a template with the Pis in them, Pis of the fleet, boxes, parts; then offers their
 * labels and the way back. Fires `close`.
 */
@customElement('sb-add-assets')
@localized()
export class AddAssets extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() kind: AssetKind = 'kit';
  /** The id of a thing that the new ones are to be like; empty: none. */
  @property() like = '';

  @state() private templates: readonly KitTemplate[] = [];
  @state() private devices: readonly NewDevice[] = [];
  @state() private begin: Beginning = blank;
  /** Known and asked for: what the form needs is there. */
  @state() private ready = false;
  @state() private copies = 1;
  /** Chosen Pis of the fleet, in the order of their numbers. */
  @state() private chosen: readonly string[] = [];
  @state() private serials: readonly string[] = [];
  @state() private added: readonly AssetLine[] | null = null;
  private readonly sending = new Sending(this);
  /** What was entered last of each kind: an evening's kits are much alike. */
  readonly #last = new Map<AssetKind, Beginning>();

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.added = null;
    this.copies = 1;
    this.chosen = [];
    this.serials = [];
    this.ready = false;
    this.sending.forget();
    void this.load();
  }

  protected override render() {
    const heading = this.added ? msg('Angelegt') : headingOf(this.kind);
    return html`<sb-dialog-frame .open=${this.open} .heading=${heading} @close=${this.close}>
      ${this.open ? this.renderInside() : nothing}
    </sb-dialog-frame>`;
  }

  private renderInside() {
    if (this.added) {
      return html`<sb-added-assets
        .added=${this.added}
        @more=${() => {
          this.added = null;
          this.chosen = [];
          this.serials = [];
          void this.load();
        }}
        @close=${this.close}
      ></sb-added-assets>`;
    }
    return this.ready
      ? this.renderForm()
      : html`<sb-problem-note .problem=${this.sending.problem}></sb-problem-note>`;
  }

  private renderForm() {
    const { begin } = this;
    const places = this.placesForDevices();
    const fleetAlone = this.kind === 'device' && this.chosen.length > 0;
    return html`<form @submit=${this.onSubmit}>
      ${this.kind === 'kit' ? this.renderTemplates() : nothing}
      ${
        fleetAlone
          ? nothing
          : html`<div class="pair name">
              <div class="field">
                <label for="name">${msg('Name')}</label>
                <input id="name" required maxlength="110" autocomplete="off" data-test="add-name" .value=${begin.name} />
              </div>
              <div class="field">
                <label for="copies">${msg('Anzahl')}</label>
                <input
                  id="copies"
                  type="number"
                  min="1"
                  max="100"
                  required
                  data-test="add-copies"
                  .value=${String(this.copies)}
                  @input=${(event: InputEvent) => {
                    this.copies = Number((event.target as HTMLInputElement).value) || 1;
                  }}
                />
              </div>
            </div>`
      }
      ${
        this.devices.length > 0 && (this.kind === 'device' || places > 0)
          ? html`<sb-fleet-choice
              .devices=${this.devices}
              .chosen=${this.chosen}
              .places=${this.kind === 'device' ? null : places}
              @choose=${({ detail }: CustomEvent<string[]>) => {
                this.chosen = detail;
              }}
            ></sb-fleet-choice>`
          : nothing
      }
      ${
        this.kind !== 'box' && (this.kind !== 'kit' || places > 0)
          ? html`<sb-serials-field
              .expected=${fleetAlone ? this.chosen.length : this.kind === 'kit' ? places : this.copies}
              .ofDevices=${this.kind === 'kit'}
              @serials=${({ detail }: CustomEvent<string[]>) => {
                this.serials = detail;
              }}
            ></sb-serials-field>`
          : nothing
      }
      <sb-place-field .value=${begin.place}></sb-place-field>
      <div class="pair">
        <div class="field">
          <label for="price">${msg('Kaufpreis je Stück in Euro')}</label>
          <input id="price" inputmode="decimal" autocomplete="off" .value=${typedCents(begin.cents)} />
        </div>
        <div class="field">
          <label for="bought">${msg('Gekauft am')}</label>
          <input id="bought" type="date" .value=${begin.bought} />
        </div>
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="add-go" ?disabled=${this.sending.busy}>
          ${this.sending.busy ? msg('Wird angelegt …') : fleetAlone && this.chosen.length !== 1 ? msg(str`${this.chosen.length} Pis anlegen`) : msg('Anlegen')}
        </button>
      </div>
    </form>`;
  }

  private renderTemplates() {
    const template = this.template();
    return html`<div class="field">
      <label for="template">${msg('Vorlage')}</label>
      <select
        id="template"
        data-test="add-template"
        @change=${(event: Event) => {
          const templateId = (event.target as HTMLSelectElement).value;
          const name = this.templates.find(({ id }) => id === templateId)?.name;
          this.begin = { ...this.begin, templateId, ...(name ? { name } : {}) };
        }}
      >
        <option value="">${msg('ohne: ein leeres Kit')}</option>
        ${this.templates.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this.begin.templateId}>${name}</option>`,
        )}
      </select>
      ${
        template
          ? html`<p class="hint">
              ${[
                ...template.assets.map(({ name, count }) => `${count} × ${name}`),
                ...template.contents.map(({ name, quantity }) => `${quantity} × ${name}`),
              ].join(', ')}
            </p>`
          : this.templates.length === 0
            ? html`<p class="hint">
                <a href="#assets/templates" @click=${this.close}>${msg('Mit einer Vorlage kommen Inhalt und Pis gleich mit.')}</a>
              </p>`
            : nothing
      }
    </div>`;
  }

  private template(): KitTemplate | undefined {
    return this.templates.find(({ id }) => id === this.begin.templateId);
  }

  /** So many devices come into the kits. */
  private placesForDevices(): number {
    const each =
      this.template()?.assets.reduce((sum, { kind, count }) => sum + (kind === 'device' ? count : 0), 0) ?? 0;
    return this.kind === 'kit' ? each * this.copies : 0;
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private async load(): Promise<void> {
    await this.sending.do(async () => {
      const { kind, like } = this;
      if (kind === 'kit') this.templates = (await call('kitTemplates', {}, {})).templates;
      if (kind === 'kit' || kind === 'device') this.devices = (await call('newDevices', {}, {})).devices;
      this.begin = like
        ? beginLike(await call('asset', { assetId: like }, {}))
        : (this.#last.get(kind) ?? this.onlyTemplate());
      this.ready = true;
    });
  }

  /** Where there is one template, kits are made of that one. */
  private onlyTemplate(): Beginning {
    const [template, ...others] = this.templates;
    return this.kind === 'kit' && template && others.length === 0
      ? { ...blank, templateId: template.id, name: template.name }
      : blank;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const value = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
    await this.sending.do(async () => {
      const entered = {
        templateId: this.kind === 'kit' ? this.begin.templateId : '',
        name: value('name') || 'Raspberry Pi',
        place: form.querySelector('sb-place-field')!.value,
        cents: centsOf(value('price')),
        bought: value('bought'),
      };
      const { assets } = await call(
        'addAssets',
        {},
        {
          kind: this.kind,
          name: entered.name,
          copies: this.copies,
          place: entered.place,
          purchaseCents: entered.cents,
          purchasedOn: entered.bought || null,
          ...(entered.templateId ? { templateId: entered.templateId } : {}),
          ...(this.chosen.length > 0 ? { deviceIds: [...this.chosen] } : {}),
          ...(this.serials.length > 0 ? { serials: [...this.serials] } : {}),
        },
      );
      this.#last.set(this.kind, entered);
      this.added = assets;
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    assetStyles,
    css`
      .name {
        grid-template-columns: minmax(0, 1fr) 7rem;
      }
    `,
  ];
}

/** Without the number at its end, which every one gets anew. */
function beginLike({ name, code, place, template, purchaseCents, purchasedOn }: Asset): Beginning {
  return {
    templateId: template?.id ?? '',
    name: name.endsWith(` ${code.slice(1)}`) ? name.slice(0, -code.length) : name,
    place,
    cents: purchaseCents,
    bought: purchasedOn ?? '',
  };
}

function headingOf(kind: AssetKind): string {
  return {
    kit: () => msg('Kits anlegen'),
    box: () => msg('Kisten anlegen'),
    device: () => msg('Geräte anlegen'),
    part: () => msg('Teile anlegen'),
  }[kind]();
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-add-assets': AddAssets;
  }
}
