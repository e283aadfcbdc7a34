import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './photo-view.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PhotoLine } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { fileAddress, upload } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { photoWords } from './photo-words.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/**
 * Photos of a thing or a loan: small ones in a row, one large, and adding some by camera or file. Fires `photo`
 * (`CustomEvent<string>`, the new photo's id) for each that was kept, and `removed` for each that somebody threw away.
 */
@customElement('sb-photos')
@localized()
export class Photos extends LitElement {
  @property() assetId = '';
  @property() loanId = '';
  /** Only these, such as those of one damage; null: all there are. */
  @property({ attribute: false }) ids: readonly string[] | null = null;
  @property({ type: Boolean }) canAdd = false;

  @state() private photos: readonly PhotoLine[] = [];
  /** The id of the one that is shown large; empty: none. */
  @state() private large = '';
  /** 0 to 1 while one is sent. */
  @state() private sent: number | null = null;
  @state() private problem: Problem | null = null;
  @query('input') private chooser!: HTMLInputElement;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('assetId') && !changed.has('loanId')) return;
    this.photos = [];
    if (this.assetId || this.loanId) void this.load();
  }

  protected override render() {
    const shown = this.ids ? this.photos.filter(({ id }) => this.ids?.includes(id)) : this.photos;
    return html`<ul>
        ${shown.map(
          (photo, index) => html`<li>
            <button type="button" class="small" data-test="photo" @click=${() => {
              this.large = photo.id;
            }}>
              <img src=${fileAddress('photo', { photoId: photo.id }, {})} loading="lazy" alt=${photoWords(photo, index)} />
            </button>
            ${photo.note ? html`<p class="hint caption" aria-hidden="true">${photo.note}</p>` : nothing}
          </li>`,
        )}
        ${this.canAdd ? html`<li>${this.renderAdd()}</li>` : nothing}
      </ul>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <sb-photo-view
        .photos=${shown}
        .photoId=${this.large}
        @turn=${({ detail }: CustomEvent<string>) => {
          this.large = detail;
        }}
        @changed=${() => this.load()}
        @removed=${({ detail }: CustomEvent<string>) => {
          this.photos = this.photos.filter(({ id }) => id !== detail);
          this.dispatchEvent(new CustomEvent('removed', { detail }));
        }}
        @close=${() => {
          this.large = '';
        }}
      ></sb-photo-view>`;
  }

  private renderAdd() {
    return html`<label class="add" ?data-busy=${this.sent !== null}>
      ${
        this.sent === null
          ? html`${lendingIcon('camera')}<span>${msg('Foto')}</span>`
          : html`<progress max="1" .value=${this.sent} aria-label=${msg('Foto wird gesendet')}></progress>`
      }
      <input
        class="visually-hidden"
        type="file"
        accept="image/*"
        multiple
        ?disabled=${this.sent !== null}
        data-test="photo-add"
        @change=${this.onChosen}
      />
    </label>`;
  }

  private async load(): Promise<void> {
    try {
      const of = this.subject();
      const { photos } = await call('photos', {}, of);
      if (JSON.stringify(of) === JSON.stringify(this.subject())) this.photos = photos;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private async onChosen(): Promise<void> {
    const files = [...(this.chooser.files ?? [])];
    this.problem = null;
    try {
      for (const file of files) {
        this.sent = 0;
        const small = await shrinkPhoto(file);
        const { photoId } = await upload('addPhoto', {}, this.subject(), small, (part) => {
          this.sent = part;
        });
        this.dispatchEvent(new CustomEvent('photo', { detail: photoId }));
      }
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.sent = null;
      this.chooser.value = '';
    }
    if (files.length > 0) await this.load();
  }

  private subject(): { assetId?: string; loanId?: string } {
    return {
      ...(this.assetId ? { assetId: this.assetId } : {}),
      ...(this.loanId ? { loanId: this.loanId } : {}),
    };
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .small,
      .add {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--sb-space-1);
        width: 6.5rem;
        height: 6.5rem;
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        background: var(--sb-surface-sunk);
        cursor: pointer;
      }

      .add {
        border: 2px dashed var(--sb-line-strong);
        background: var(--sb-surface);
        font-weight: 600;
      }

      .add:focus-within {
        outline: 3px solid var(--sb-action);
        outline-offset: 2px;
      }

      .add svg {
        width: 1.75rem;
        height: 1.75rem;
        color: var(--sb-action);
      }

      .add progress {
        width: 5rem;
      }

      .small img {
        width: 6.5rem;
        height: 6.5rem;
        object-fit: cover;
      }

      .caption {
        width: 6.5rem;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-photos': Photos;
  }
}
