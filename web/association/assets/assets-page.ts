import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './add-assets.ts';
import './asset-detail.ts';
import './asset-list.ts';
import './bulk-actions.ts';
import './consumables-view.ts';
import './templates-view.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { AssetKind, AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { tabStyles } from '../../ui/tab-styles.ts';
import { listStyles } from '../list-styles.ts';
import { kindIcon } from '../loans/kind-icon.ts';
import { mayLend } from '../loans/loan-rights.ts';
import type { AssetList } from './asset-list.ts';
import { hasFilter, quickFilters, toggledFilter } from './asset-search.ts';
import { assetStyles } from './asset-styles.ts';
import { assetsPageStyles } from './assets-page-styles.ts';
import { type Tab, tabNames, tabs, tabWithText } from './assets-tabs.ts';
import { emptyState } from './empty-state.ts';

/** The association's page of kits, devices, parts: the list at the left, one thing at the right; on narrow screens one at a time. */
@customElement('sb-assets-page')
@localized()
export class AssetsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: a tab's name and what is looked for (`kits/ort:lager`), or the id of a thing. */
  @property() item = '';

  @state() private tab: Tab = 'kits';
  @state() private text = '';
  @state() private adding = false;
  /** A thing that more are to be made like; empty: new ones. */
  @state() private like = '';
  /** Those that are ticked, by id; null: things are opened. */
  @state() private ticked: ReadonlyMap<string, AssetLine> | null = null;
  /** There is nothing of this kind at all. */
  @state() private none = false;
  @query('sb-asset-list') private list!: AssetList | null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('item')) return;
    const named = tabWithText(this.item);
    if (named) {
      if (named.tab !== this.tab) this.ticked = null;
      ({ tab: this.tab, text: this.text } = named);
    } // A thing stands beside a list of things.
    else if (this.item !== '' && tabs[this.tab].kind === null) this.tab = 'kits';
  }

  protected override render() {
    const kind = tabs[this.tab].kind;
    return html`<div class="head">
        <h1>${msg('Kits und Geräte')}</h1>
        ${kind && !this.none && mayLend(this.person) ? html`<div class="row">${this.renderTickButton()} ${this.renderAddButton()}</div>` : nothing}
      </div>
      ${this.renderTabs()}
      ${
        this.ticked && kind
          ? html`<sb-bulk-actions
              class="bulk"
              .chosen=${[...this.ticked.values()]}
              @all=${this.tickAll}
              @none=${() => this.tickNone(false)}
              @done=${() => this.list?.refresh()}
            ></sb-bulk-actions>`
          : nothing
      }
      ${kind ? this.renderThings(kind) : this.renderOther()}
      <sb-add-assets
        .open=${this.adding}
        .kind=${kind ?? 'kit'}
        .like=${this.like}
        @close=${() => {
          this.adding = false;
          this.like = '';
        }}
      ></sb-add-assets>`;
  }

  private renderTickButton() {
    return html`<button
      class="button"
      type="button"
      data-test="assets-tick"
      aria-pressed=${this.ticked !== null}
      @click=${() => this.tickNone(this.ticked === null)}
    >
      ${lendingIcon('list-checks')}${msg('Mehrere wählen')}
    </button>`;
  }

  private renderAddButton() {
    return html`<button
      class="button primary"
      type="button"
      data-test="add-assets"
      @click=${() => {
        this.adding = true;
      }}
    >
      ${lineIcon('plus')}${msg('Anlegen')}
    </button>`;
  }

  private renderTabs() {
    return html`<div class="tabs" role="tablist" aria-label=${msg('Arten')} @keydown=${this.onTabKey}>
      ${tabNames.map(
        (name) => html`<button
          type="button"
          role="tab"
          data-test="assets-tab-${name}"
          aria-selected=${name === this.tab}
          tabindex=${name === this.tab ? 0 : -1}
          @click=${() => this.choose(name)}
        >
          ${tabs[name].name()}
        </button>`,
      )}
    </div>`;
  }

  private renderThings(kind: AssetKind) {
    const open = this.item !== '' && !tabWithText(this.item);
    return html`<div class="halves" ?data-open=${open} ?data-none=${this.none && !open}>
      <div class="panel list">
        <div class="top">
          <div class="search">
            ${lineIcon('search')}
            <input
              type="search"
              data-test="assets-search"
              .value=${this.text}
              placeholder=${msg('K12, Name, ort:lager, zustand:defekt …')}
              aria-label=${msg('Dinge suchen')}
              @input=${(event: InputEvent) => this.look((event.target as HTMLInputElement).value)}
            />
          </div>
          ${this.none ? nothing : this.renderFilters()}
        </div>
        <sb-asset-list
          .kind=${kind}
          .text=${this.text}
          .selected=${open ? this.item : ''}
          .empty=${this.renderEmpty(kind)}
          .ticking=${this.ticked !== null}
          .ticked=${new Set(this.ticked?.keys())}
          @found=${({ detail }: CustomEvent<number>) => {
            this.none = detail === 0 && this.text === '';
          }}
          @tick=${({ detail }: CustomEvent<AssetLine>) => this.tick(detail)}
        ></sb-asset-list>
      </div>
      ${
        open
          ? html`<sb-asset-detail
              .assetId=${this.item}
              .person=${this.person}
              .list=${this.address()}
              @like=${({ detail }: CustomEvent<AssetLine>) => this.addLike(detail)}
            ></sb-asset-detail>`
          : this.none
            ? nothing
            : html`<div class="panel nothing quiet-text">${msg('Wählen Sie links etwas aus.')}</div>`
      }
    </div>`;
  }

  private renderFilters() {
    return html`<div class="filters" role="group" aria-label=${msg('Filter')}>
      ${quickFilters.map(
        (filter) => html`<button
          class="button"
          type="button"
          data-test="filter-${filter.de}"
          aria-pressed=${hasFilter(this.text, filter)}
          @click=${() => this.look(toggledFilter(this.text, filter, language()))}
        >
          ${filter.words()}
        </button>`,
      )}
    </div>`;
  }

  private renderEmpty(kind: AssetKind) {
    const words = {
      kit: () =>
        msg('Noch kein Kit. Legen Sie das erste an: Mit einer Vorlage kommt sein Inhalt gleich mit.'),
      box: () => msg('Noch keine Kiste. In Kisten liegen Kits, Geräte und Teile zusammen.'),
      device: () => msg('Noch kein Gerät. Legen Sie die Pis der Flotte hier an, um sie zu verleihen.'),
      part: () => msg('Noch kein Teil mit eigener Nummer, etwa ein Display oder ein Sense HAT.'),
    }[kind]();
    return emptyState(kindIcon(kind), words, mayLend(this.person) ? this.renderAddButton() : nothing);
  }

  private renderOther() {
    return this.tab === 'consumables'
      ? html`<sb-consumables-view .person=${this.person}></sb-consumables-view>`
      : html`<sb-templates-view .person=${this.person}></sb-templates-view>`;
  }

  private address(): string {
    return `#assets/${this.tab}${this.text ? `/${encodeURIComponent(this.text)}` : ''}`;
  }

  /** What is looked for stands in the address, so that the way back leads to the same list. */
  private look(text: string): void {
    this.text = text;
    const narrow = this.item === '' || tabWithText(this.item) !== null;
    if (narrow) history.replaceState(history.state, '', this.address());
  }

  private choose(name: Tab): void {
    this.tab = name;
    this.text = '';
    this.ticked = null;
    location.hash = `#assets/${name}`;
  }

  private addLike({ id, kind }: AssetLine): void {
    this.tab = tabNames.find((name) => tabs[name].kind === kind) ?? 'kits';
    this.like = id;
    this.adding = true;
  }

  private tickNone(ticking: boolean): void {
    this.ticked = ticking ? new Map() : null;
    const back = this.address();
    if (ticking && location.hash !== back) location.hash = back;
  }

  private tick(asset: AssetLine): void {
    const ticked = new Map(this.ticked);
    if (!ticked.delete(asset.id)) ticked.set(asset.id, asset);
    this.ticked = ticked;
  }

  private async tickAll(): Promise<void> {
    const all = (await this.list?.all()) ?? [];
    this.ticked = new Map(all.map((one) => [one.id, one]));
  }

  private onTabKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabNames[(tabNames.indexOf(this.tab) + step + tabNames.length) % tabNames.length] ?? 'kits';
    this.choose(next);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-test="assets-tab-${next}"]`)?.focus(),
    );
  }

  static override styles = [controlStyles, listStyles, tabStyles, assetStyles, assetsPageStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-assets-page': AssetsPage;
  }
}
