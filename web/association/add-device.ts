import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './device-config.ts';
import './school-select.ts';
import '../ui/dialog-frame.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { problemOf } from '../ui/problem-text.ts';
import { listStyles } from './list-styles.ts';

/** Adds a Pi: name and school, then its one-time file. Fires `added` and `close`. */
@customElement('sb-add-device')
@localized()
export class AddDevice extends LitElement {
  @property({ type: Boolean }) open = false;

  @state() private config: AgentConfigView | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override render() {
    return html`<sb-dialog-frame
      .open=${this.open}
      .heading=${this.config ? msg('Gerät ist eingetragen') : msg('Gerät hinzufügen')}
      @close=${this.close}
    >
      ${this.open ? (this.config ? this.renderConfig(this.config) : this.renderForm()) : ''}
    </sb-dialog-frame>`;
  }

  private renderForm() {
    return html`<form @submit=${this.onSubmit}>
      <div class="field">
        <label for="name">${msg('Name, wie er auf dem Aufkleber steht')}</label>
        <input
          id="name"
          required
          maxlength="40"
          autocomplete="off"
          autocapitalize="none"
          placeholder="pi-07"
          data-test="add-device-name"
        />
      </div>
      <sb-school-select .empty=${msg('Noch keiner Schule')}></sb-school-select>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="add-device-go" ?disabled=${this.busy}>
          ${this.busy ? msg('Wird eingetragen …') : msg('Hinzufügen')}
        </button>
      </div>
    </form>`;
  }

  private renderConfig(config: AgentConfigView) {
    return html`<sb-device-config .config=${config}></sb-device-config>
      <div class="choices">
        <button class="button primary" type="button" @click=${this.close}>${msg('Fertig')}</button>
      </div>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const name = form.querySelector<HTMLInputElement>('#name')!.value.trim();
    const schoolId = form.querySelector('sb-school-select')!.value;
    this.busy = true;
    this.problem = null;
    try {
      this.config = (await call('addDevice', {}, { name, schoolId })).config;
      this.dispatchEvent(new Event('added'));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  private close(): void {
    this.config = null;
    this.problem = null;
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [controlStyles, listStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-add-device': AddDevice;
  }
}
