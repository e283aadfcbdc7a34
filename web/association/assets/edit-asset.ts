import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import './place-field.ts';
import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { listStyles } from '../list-styles.ts';
import { assetStyles } from './asset-styles.ts';
import { centsOf, typedCents } from './asset-words.ts';

/** What people can say of a thing, as a form. Fires `changed` (`CustomEvent<Asset>`) and `close`. */
@customElement('sb-edit-asset')
@localized()
export class EditAsset extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) asset!: Asset;

  @state() private sponsors: readonly { id: string; name: string }[] = [];
  @state() private devices: readonly { id: string; name: string; number: number }[] = [];
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open')) return;
    this.problem = null;
    if (this.open) void this.load();
  }

  protected override render() {
    return html`<sb-dialog-frame
      .open=${this.open}
      .heading=${msg(str`${this.asset.code} bearbeiten`)}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${this.open ? this.renderForm(this.asset) : nothing}
    </sb-dialog-frame>`;
  }

  private renderForm(asset: Asset) {
    return html`<form @submit=${this.onSubmit}>
      ${field('name', msg('Name'), asset.name, { required: true, maxlength: 120 })}
      <sb-place-field .value=${asset.place}></sb-place-field>
      ${
        asset.kind === 'device' && !asset.deviceId && this.devices.length > 0
          ? html`<div class="field">
              <label for="device">${msg('Ist dieser Pi der Flotte')}</label>
              <select id="device">
                <option value="">${msg('keiner')}</option>
                ${this.devices.map(({ id, name, number }) => html`<option value=${id}>P${number} ${name}</option>`)}
              </select>
              <p class="hint">${msg('Es bekommt dann dessen Nummer; drucken Sie das Etikett neu, wenn sie anders ist.')}</p>
            </div>`
          : nothing
      }
      <div class="pair">
        ${field('model', msg('Modell'), asset.model)} ${field('serial', msg('Seriennummer'), asset.serial)}
        ${field('price', msg('Kaufpreis in Euro'), typedCents(asset.purchaseCents), { inputmode: 'decimal' })}
        ${field('bought', msg('Gekauft am'), asset.purchasedOn ?? '', { type: 'date' })}
        <div class="field">
          <label for="sponsor">${msg('Förderer')}</label>
          <select id="sponsor">
            <option value="">${msg('keiner')}</option>
            ${this.sponsors.map(
              ({ id, name }) =>
                html`<option value=${id} ?selected=${id === asset.sponsorId}>${name}</option>`,
            )}
          </select>
        </div>
        ${field('funding', msg('Finanzierung'), asset.funding, { placeholder: 'DigitalPakt 2024' })}
      </div>
      <div class="field">
        <label for="note">${msg('Notiz')}</label>
        <textarea id="note" maxlength="4000" .value=${asset.note}></textarea>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('close'))}>
          ${msg('Abbrechen')}
        </button>
        <button class="button primary" data-test="edit-go" ?disabled=${this.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private async load(): Promise<void> {
    try {
      this.sponsors = (await call('sponsors', {}, {})).sponsors;
      if (this.asset.kind === 'device' && !this.asset.deviceId) {
        this.devices = (await call('newDevices', {}, {})).devices;
      }
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
    this.busy = true;
    this.problem = null;
    try {
      const deviceId = value('device');
      const changed = await call(
        'changeAsset',
        { assetId: this.asset.id },
        {
          name: value('name'),
          place: form.querySelector('sb-place-field')!.value,
          model: value('model'),
          serial: value('serial'),
          purchaseCents,
          purchasedOn: value('bought') || null,
          sponsorId: value('sponsor') || null,
          funding: value('funding'),
          note: form.querySelector<HTMLTextAreaElement>('#note')!.value.trim(),
          ...(deviceId ? { deviceId } : {}),
        },
      );
      this.dispatchEvent(new CustomEvent<Asset>('changed', { detail: changed }));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [controlStyles, listStyles, assetStyles];
}

/** What was typed as an amount is none. */
export function noAmount(): Problem {
  return problem(
    'no-amount',
    'Der Preis ist keine Zahl. Schreiben Sie ihn wie 12,50.',
    'The price is no number. Write it like 12.50.',
  );
}

function field(
  id: string,
  label: string,
  value: string,
  {
    type = 'text',
    required = false,
    maxlength = 200,
    inputmode,
    placeholder,
  }: { type?: string; required?: boolean; maxlength?: number; inputmode?: string; placeholder?: string } = {},
) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      maxlength=${maxlength}
      autocomplete="off"
      inputmode=${inputmode ?? nothing}
      placeholder=${placeholder ?? nothing}
      ?required=${required}
      .value=${value}
    />
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-edit-asset': EditAsset;
  }
}
