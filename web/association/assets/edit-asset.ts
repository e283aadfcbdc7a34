import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import './place-field.ts';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';
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
  private readonly sending = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open')) return;
    this.sending.forget();
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
      ${this.renderFleet(asset)}
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
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('close'))}>
          ${msg('Abbrechen')}
        </button>
        <button class="button primary" data-test="edit-go" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private renderFleet({ kind, deviceId, code }: Asset) {
    if (kind !== 'device' || (!deviceId && this.devices.length === 0)) return nothing;
    return html`<div class="field">
      <label for="device">${msg('Ist dieser Pi der Flotte')}</label>
      <select id="device" data-test="edit-device">
        ${
          deviceId
            ? html`<option value=${deviceId}>${code}</option>
                <option value="">${msg('keiner mehr')}</option>`
            : html`<option value="">${msg('keiner')}</option>
                ${this.devices.map(({ id, name, number }) => html`<option value=${id}>P${number} ${name}</option>`)}`
        }
      </select>
      <p class="hint">${msg('Mit dem Pi wechselt die Nummer; drucken Sie dann das Etikett neu.')}</p>
    </div>`;
  }

  private load(): Promise<unknown> {
    return this.sending.do(async () => {
      this.sponsors = (await call('sponsors', {}, {})).sponsors;
      if (this.asset.kind === 'device' && !this.asset.deviceId) {
        this.devices = (await call('newDevices', {}, {})).devices;
      }
    });
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const value = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
    await this.sending.do(async () => {
      const deviceId = form.querySelector<HTMLSelectElement>('#device')?.value ?? this.asset.deviceId ?? '';
      const changed = await call(
        'changeAsset',
        { assetId: this.asset.id },
        {
          name: value('name'),
          place: form.querySelector('sb-place-field')!.value,
          model: value('model'),
          serial: value('serial'),
          purchaseCents: centsOf(value('price')),
          purchasedOn: value('bought') || null,
          sponsorId: value('sponsor') || null,
          funding: value('funding'),
          note: form.querySelector<HTMLTextAreaElement>('#note')!.value.trim(),
          ...(deviceId === (this.asset.deviceId ?? '') ? {} : { deviceId: deviceId || null }),
        },
      );
      this.dispatchEvent(new CustomEvent<Asset>('changed', { detail: changed }));
    });
  }

  static override styles = [controlStyles, listStyles, assetStyles];
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
