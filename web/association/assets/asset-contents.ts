import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './counted-parts-editor.ts';
import '../loans/counted-part-picture.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import type { Consumable } from '../../../server/api/contract/lending/consumables.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { assetStyles } from './asset-styles.ts';
import type { CountedRow } from './counted-parts-editor.ts';

/** The counted parts of a thing as pictures with numbers, those that are missing marked; and their editor. Fires `changed`. */
@customElement('sb-asset-contents')
@localized()
export class AssetContents extends LitElement {
  @property({ attribute: false }) asset!: Asset;
  @property({ type: Boolean }) mayChange = false;

  @state() private consumables: readonly Consumable[] = [];
  @state() private editing = false;
  @state() private rows: readonly CountedRow[] = [];
  private readonly sending = new Sending(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { contents, kind } = this.asset;
    if (contents.length === 0 && (kind === 'device' || kind === 'part' || !this.mayChange)) return nothing;
    return html`<section class="panel">
      <div class="head">
        <h3>${msg('Inhalt')}</h3>
        ${
          this.mayChange
            ? html`<button class="button" type="button" data-test="contents-edit" @click=${this.edit}>
                ${lineIcon('pencil')}${msg('Zählen')}
              </button>`
            : nothing
        }
      </div>
      ${
        contents.length > 0
          ? html`<ul class="parts">
              ${contents.map(({ consumableId, name, quantity, present }) => {
                const missing = quantity - present;
                return html`<li data-test="content" data-name=${name} ?data-missing=${missing > 0}>
                  <sb-counted-part-picture .icon=${this.iconOf(consumableId)} .name=${name}></sb-counted-part-picture>
                  <strong>${present === quantity ? `${quantity} ×` : msg(str`${present} von ${quantity}`)}</strong>
                  <span>${name}</span>
                  ${missing > 0 ? html`<span class="chip" data-is="missing">${msg(str`${missing} zu wenig`)}</span>` : nothing}
                </li>`;
              })}
            </ul>`
          : html`<p class="quiet-text">${msg('Noch keine gezählten Teile darin.')}</p>`
      }
      <sb-dialog-frame
        wide
        .open=${this.editing}
        .heading=${msg(str`Inhalt von ${this.asset.code}`)}
        @close=${this.close}
      >
        ${this.editing ? this.renderEditor() : nothing}
      </sb-dialog-frame>
    </section>`;
  }

  private renderEditor() {
    return html`<form @submit=${this.onSubmit}>
      <sb-counted-parts-editor
        counting
        .consumables=${this.consumables}
        .rows=${this.rows}
        @rows=${({ detail }: CustomEvent<CountedRow[]>) => {
          this.rows = detail;
        }}
      ></sb-counted-parts-editor>
      <label class="check">
        <input type="checkbox" id="stock" />
        <span>${msg('Was dazukommt, aus dem Lager nehmen; was herauskommt, dorthin legen')}</span>
      </label>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="contents-go" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private iconOf(id: string): string {
    return this.consumables.find((one) => one.id === id)?.icon ?? '';
  }

  private async edit(): Promise<void> {
    await this.load();
    this.rows = this.asset.contents.map(({ consumableId, quantity, present }) => ({
      consumableId,
      quantity,
      present,
    }));
    this.editing = true;
  }

  private close(): void {
    this.editing = false;
  }

  private load(): Promise<unknown> {
    return this.sending.do(async () => {
      this.consumables = (await call('consumables', {}, {})).consumables;
    });
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const fromStock = form.querySelector<HTMLInputElement>('#stock')!.checked;
    await this.sending.do(async () => {
      const changed = await call(
        'setContents',
        { assetId: this.asset.id },
        { contents: [...this.rows], fromStock },
      );
      this.editing = false;
      this.dispatchEvent(new CustomEvent<Asset>('changed', { detail: changed }));
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    assetStyles,
    css`
      section {
        display: grid;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4) var(--sb-space-6);
      }

      h3 {
        font-size: var(--sb-text-m);
      }

      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .parts li {
        display: grid;
        justify-items: center;
        align-content: start;
        gap: var(--sb-space-1);
        padding: var(--sb-space-3) var(--sb-space-2);
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        text-align: center;
      }

      .parts [data-missing] {
        border-color: var(--sb-stop);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-contents': AssetContents;
  }
}
