import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import './place-field.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { AssetKind, AssetLine, KitTemplate } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { listStyles } from '../list-styles.ts';
import { assetStyles } from './asset-styles.ts';
import { centsOf } from './asset-words.ts';
import { noAmount } from './edit-asset.ts';

type NewDevice = { id: string; name: string; number: number; online: boolean };

/** Adds things of a kind: kits from a template, Pis of the fleet, boxes, parts; then offers their labels. Fires `close`. */
@customElement('sb-add-assets')
@localized()
export class AddAssets extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() kind: AssetKind = 'kit';

  @state() private templates: readonly KitTemplate[] = [];
  @state() private devices: readonly NewDevice[] = [];
  @state() private templateId = '';
  /** Chosen Pis of the fleet. */
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private added: readonly AssetLine[] | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.problem = null;
    this.added = null;
    this.templateId = '';
    this.chosen = new Set();
    void this.load();
  }

  protected override render() {
    return html`<sb-dialog-frame
      .open=${this.open}
      .heading=${this.added ? msg('Angelegt') : headingOf(this.kind)}
      @close=${this.close}
    >
      ${this.open ? (this.added ? this.renderAdded(this.added) : this.renderForm()) : nothing}
    </sb-dialog-frame>`;
  }

  private renderForm() {
    const fleet = this.chosen.size > 0;
    return html`<form @submit=${this.onSubmit}>
      ${this.kind === 'kit' ? this.renderTemplates() : nothing}
      ${this.kind === 'device' && this.devices.length > 0 ? this.renderDevices() : nothing}
      ${
        fleet
          ? nothing
          : html`<div class="pair name">
              <div class="field">
                <label for="name">${msg('Name')}</label>
                <input id="name" required maxlength="110" autocomplete="off" data-test="add-name" />
              </div>
              <div class="field">
                <label for="copies">${msg('Anzahl')}</label>
                <input id="copies" type="number" min="1" max="100" value="1" required data-test="add-copies" />
              </div>
            </div>`
      }
      <sb-place-field></sb-place-field>
      <div class="pair">
        <div class="field">
          <label for="price">${msg('Kaufpreis je Stück in Euro')}</label>
          <input id="price" inputmode="decimal" autocomplete="off" />
        </div>
        <div class="field">
          <label for="bought">${msg('Gekauft am')}</label>
          <input id="bought" type="date" />
        </div>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="add-go" ?disabled=${this.busy}>
          ${this.busy ? msg('Wird angelegt …') : fleet ? msg(str`${this.chosen.size} Pis anlegen`) : msg('Anlegen')}
        </button>
      </div>
    </form>`;
  }

  private renderTemplates() {
    const template = this.templates.find(({ id }) => id === this.templateId);
    return html`<div class="field">
      <label for="template">${msg('Vorlage')}</label>
      <select
        id="template"
        data-test="add-template"
        @change=${(event: Event) => {
          this.templateId = (event.target as HTMLSelectElement).value;
          const name = this.renderRoot.querySelector<HTMLInputElement>('#name');
          const chosen = this.templates.find(({ id }) => id === this.templateId);
          if (name && chosen) name.value = chosen.name;
        }}
      >
        <option value="">${msg('ohne: ein leeres Kit')}</option>
        ${this.templates.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
      ${
        template
          ? html`<p class="hint">
              ${[
                ...template.assets.map(({ name, count }) => `${count} × ${name}`),
                ...template.contents.map(({ name, quantity }) => `${quantity} × ${name}`),
              ].join(', ')}
            </p>`
          : nothing
      }
    </div>`;
  }

  private renderDevices() {
    return html`<fieldset>
      <legend>${msg('Neu in der Flotte')}</legend>
      <p class="hint">${msg('Diese Pis sind noch bei niemandem eingetragen. Ohne Auswahl entsteht ein Gerät, das kein Pi der Flotte ist.')}</p>
      <div class="devices">
        ${this.devices.map(
          ({ id, name, number }) => html`<label class="check">
            <input
              type="checkbox"
              data-test="add-device-${id}"
              .checked=${this.chosen.has(id)}
              @change=${() => {
                const next = new Set(this.chosen);
                if (!next.delete(id)) next.add(id);
                this.chosen = next;
              }}
            />
            <span class="code">P${number}</span>${name}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private renderAdded(added: readonly AssetLine[]) {
    return html`<div class="done">
      <ul class="plain names">
        ${added.slice(0, 12).map(({ code, name }) => html`<li><span class="code">${code}</span> ${name}</li>`)}
      </ul>
      ${added.length > 12 ? html`<p class="hint">${msg(str`und ${added.length - 12} weitere`)}</p>` : nothing}
      <div class="choices">
        <a class="button" href="#labels/${added.map(({ id }) => id).join(',')}" @click=${this.close}
          >${lendingIcon('tag')}${msg('Etiketten drucken')}</a
        >
        <button class="button primary" type="button" data-test="add-done" @click=${this.done}>${msg('Fertig')}</button>
      </div>
    </div>`;
  }

  private done(): void {
    const first = this.added?.[0];
    if (first) location.hash = `#assets/${first.id}`;
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private async load(): Promise<void> {
    try {
      if (this.kind === 'kit') this.templates = (await call('kitTemplates', {}, {})).templates;
      if (this.kind === 'device') this.devices = (await call('newDevices', {}, {})).devices;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const value = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
    const purchaseCents = centsOf(value('price'));
    if (purchaseCents === undefined) {
      this.problem = noAmount();
      return;
    }
    const shared = {
      kind: this.kind,
      place: form.querySelector('sb-place-field')!.value,
      purchaseCents,
      purchasedOn: value('bought') || null,
    };
    this.busy = true;
    this.problem = null;
    const added: AssetLine[] = [];
    try {
      for (const deviceId of this.chosen) {
        const name = this.devices.find(({ id }) => id === deviceId)?.name ?? deviceId;
        added.push(...(await call('addAssets', {}, { ...shared, name, copies: 1, deviceId })).assets);
      }
      if (this.chosen.size === 0) {
        const template = this.kind === 'kit' && this.templateId ? { templateId: this.templateId } : {};
        const copies = Number(value('copies'));
        added.push(
          ...(await call('addAssets', {}, { ...shared, ...template, name: value('name'), copies })).assets,
        );
      }
      this.added = added;
    } catch (error) {
      this.problem = problemOf(error);
      // Those that were added before the one that was refused are no longer offered.
      this.chosen = new Set([...this.chosen].filter((id) => !added.some(({ deviceId }) => deviceId === id)));
      if (added.length > 0) await this.load();
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    listStyles,
    assetStyles,
    css`
      .name {
        grid-template-columns: minmax(0, 1fr) 7rem;
      }

      fieldset {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: var(--sb-space-3);
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
      }

      legend {
        padding-inline: var(--sb-space-1);
        font-weight: 600;
      }

      .devices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        max-height: 14rem;
        overflow-y: auto;
      }

      .done,
      .names {
        display: grid;
        gap: var(--sb-space-3);
      }
    `,
  ];
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
