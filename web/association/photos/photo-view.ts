import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { PhotoLine } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { Sending } from '../../ui/sending.ts';
import { dayOf, photoWords } from './photo-words.ts';
import { viewStyles } from './view-styles.ts';

/**
 * One photo large, the others a key away; tapped, as large as it is. Who may, says what it shows or removes it. Fires
 * `turn` (`CustomEvent<string>`, the id of the photo to be shown), `changed`, `removed` (`CustomEvent<string>`) and `close`.
 */
@customElement('sb-photo-view')
@localized()
export class PhotoView extends LitElement {
  @property({ attribute: false }) photos: readonly PhotoLine[] = [];
  /** Which of them is shown; empty: none, and it is closed. */
  @property() photoId = '';

  @state() private near = false;
  @state() private asking = false;
  private readonly sending = new Sending(this);
  @query('input') private field!: HTMLInputElement | null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('photoId')) return;
    this.near = false;
    this.asking = false;
    this.sending.forget();
  }

  protected override render() {
    const index = this.photos.findIndex(({ id }) => id === this.photoId);
    const photo = this.photos[index];
    if (!photo) return nothing;
    const words = photoWords(photo, index);
    return html`<sb-dialog-frame wide open heading=${words} @close=${() => this.dispatchEvent(new Event('close'))} @keydown=${this.onKeydown}>
      <button
        class="picture"
        type="button"
        aria-pressed=${this.near}
        aria-label=${this.near ? msg('Ganz zeigen') : msg('Vergrößern')}
        data-test="photo-zoom"
        @click=${this.zoom}
      >
        <img class=${this.near ? 'near' : ''} src=${fileAddress('photo', { photoId: photo.id }, {})} alt=${words} />
      </button>
      <div class="line">
        ${this.renderTurn(index - 1, msg('Voriges Foto'), 'chevron-left')}
        <p class="hint">${this.photos.length > 1 ? `${msg(str`${index + 1} von ${this.photos.length}`)} · ` : ''}${dayOf(photo.at)}${photo.by ? ` · ${personName(photo.by)}` : ''}</p>
        ${this.renderTurn(index + 1, msg('Nächstes Foto'), 'chevron-right')}
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${photo.changeable ? this.renderChange(photo) : nothing}
    </sb-dialog-frame>`;
  }

  private renderTurn(to: number, label: string, icon: 'chevron-left' | 'chevron-right') {
    if (this.photos.length < 2) return nothing;
    return html`<button class="button" type="button" aria-label=${label} ?disabled=${!this.photos[to]} data-test=${icon} @click=${() => this.turn(to)}>
      ${lineIcon(icon)}
    </button>`;
  }

  private renderChange(photo: PhotoLine) {
    if (this.asking) {
      return html`<div class="line ask" role="group" aria-label=${msg('Löschen')}>
        <p>${msg('Dieses Foto für immer löschen?')}</p>
        <button class="button" type="button" @click=${() => {
          this.asking = false;
        }}>${msg('Behalten')}</button>
        <button class="button danger" type="button" ?disabled=${this.sending.busy} data-test="photo-remove-go" @click=${() => this.throwAway(photo)}>
          ${lendingIcon('trash-2')}${msg('Löschen')}
        </button>
      </div>`;
    }
    return html`<form class="line" @submit=${(event: Event) => this.describe(event, photo)}>
      <label for="note">${msg('Was ist zu sehen?')}</label>
      <input id="note" maxlength="200" autocomplete="off" .value=${photo.note} data-test="photo-note" />
      <button class="button" ?disabled=${this.sending.busy} data-test="photo-note-go">${lineIcon('check')}${msg('Speichern')}</button>
      <button class="button" type="button" aria-label=${msg('Foto löschen')} title=${msg('Foto löschen')} data-test="photo-remove" @click=${() => {
        this.asking = true;
      }}>${lendingIcon('trash-2')}</button>
    </form>`;
  }

  private zoom(): void {
    this.near = !this.near;
  }

  private turn(to: number): void {
    const photo = this.photos[to];
    if (photo) this.dispatchEvent(new CustomEvent('turn', { detail: photo.id }));
  }

  /** Arrows turn, unless somebody types. */
  private onKeydown(event: KeyboardEvent): void {
    if (event.composedPath()[0] instanceof HTMLInputElement) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || this.near) return;
    event.preventDefault();
    this.turn(this.photos.findIndex(({ id }) => id === this.photoId) + step);
  }

  private async describe(event: Event, { id: photoId }: PhotoLine): Promise<void> {
    event.preventDefault();
    const note = this.field?.value.trim() ?? '';
    if (await this.sending.do(() => call('describePhoto', { photoId }, { note })))
      this.dispatchEvent(new Event('changed'));
  }

  private async throwAway({ id: photoId }: PhotoLine): Promise<void> {
    if (!(await this.sending.do(() => call('removePhoto', { photoId }, {})))) return;
    this.dispatchEvent(new Event('close'));
    this.dispatchEvent(new CustomEvent('removed', { detail: photoId }));
  }

  static override styles = [controlStyles, formStyles, viewStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-photo-view': PhotoView;
  }
}
