import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './add-assets.ts';
import './asset-detail.ts';
import './asset-list.ts';
import './consumables-view.ts';
import './templates-view.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { AssetKind } from '../../../server/api/contract/lending/assets.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { tabStyles } from '../../ui/tab-styles.ts';
import { listStyles } from '../list-styles.ts';
import { mayLend } from '../loans/loan-rights.ts';
import { assetStyles } from './asset-styles.ts';

/** What each tab shows, by its name in the address: things of a kind, or something of its own. */
const tabs = {
  kits: { kind: 'kit', name: () => msg('Kits') },
  boxes: { kind: 'box', name: () => msg('Kisten') },
  devices: { kind: 'device', name: () => msg('Geräte') },
  parts: { kind: 'part', name: () => msg('Teile') },
  consumables: { kind: null, name: () => msg('Verbrauch') },
  templates: { kind: null, name: () => msg('Vorlagen') },
} as const;
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[];

/** The association's page of kits, devices, parts: the list at the left, one thing at the right; on narrow screens one at a time. */
@customElement('sb-assets-page')
@localized()
export class AssetsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: a tab's name, or the id of a thing. */
  @property() item = '';

  @state() private tab: Tab = 'kits';
  @state() private text = '';
  @state() private adding = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('item')) return;
    const named = tabNames.find((one) => one === this.item);
    // A thing stands beside a list of things.
    if (named) this.tab = named;
    else if (this.item !== '' && tabs[this.tab].kind === null) this.tab = 'kits';
  }

  protected override render() {
    const kind = tabs[this.tab].kind;
    return html`<div class="head">
        <h1>${msg('Kits und Geräte')}</h1>
        ${
          kind && mayLend(this.person)
            ? html`<button
                class="button primary"
                type="button"
                data-test="add-assets"
                @click=${() => {
                  this.adding = true;
                }}
              >
                ${lineIcon('plus')}${msg('Anlegen')}
              </button>`
            : nothing
        }
      </div>
      ${this.renderTabs()} ${kind ? this.renderThings(kind) : this.renderOther()}
      <sb-add-assets
        .open=${this.adding}
        .kind=${kind ?? 'kit'}
        @close=${() => {
          this.adding = false;
        }}
      ></sb-add-assets>`;
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
    const open = this.item !== '' && !tabNames.some((one) => one === this.item);
    return html`<div class="halves" ?data-open=${open}>
      <div class="panel list">
        <div class="search">
          ${lineIcon('search')}
          <input
            type="search"
            data-test="assets-search"
            .value=${this.text}
            placeholder=${msg('K12, Name, ort:lager, zustand:defekt …')}
            aria-label=${msg('Dinge suchen')}
            @input=${(event: InputEvent) => {
              this.text = (event.target as HTMLInputElement).value;
            }}
          />
        </div>
        <sb-asset-list
          .kind=${kind}
          .text=${this.text}
          .selected=${open ? this.item : ''}
          .empty=${emptyWords(kind)}
        ></sb-asset-list>
      </div>
      ${
        open
          ? html`<sb-asset-detail .assetId=${this.item} .person=${this.person}></sb-asset-detail>`
          : html`<div class="panel nothing quiet-text">${msg('Wählen Sie links etwas aus.')}</div>`
      }
    </div>`;
  }

  private renderOther() {
    return this.tab === 'consumables'
      ? html`<sb-consumables-view .person=${this.person}></sb-consumables-view>`
      : html`<sb-templates-view .person=${this.person}></sb-templates-view>`;
  }

  private choose(name: Tab): void {
    this.tab = name;
    this.text = '';
    location.hash = `#assets/${name}`;
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

  static override styles = [
    controlStyles,
    listStyles,
    tabStyles,
    assetStyles,
    css`
      .halves {
        display: grid;
        grid-template-columns: minmax(18rem, 5fr) minmax(0, 7fr);
        align-items: start;
        gap: var(--sb-space-4);
      }

      .list .search {
        padding: var(--sb-space-3);
        border-bottom: 1px solid var(--sb-line);
      }

      .list .search svg.lucide {
        left: var(--sb-space-6);
      }

      .nothing {
        padding: var(--sb-space-8);
        text-align: center;
      }

      @media (max-width: 62rem) {
        .halves {
          grid-template-columns: minmax(0, 1fr);
        }

        .nothing,
        .halves[data-open] .list {
          display: none;
        }
      }
    `,
  ];
}

function emptyWords(kind: AssetKind): string {
  return {
    kit: () => msg('Noch kein Kit. Legen Sie das erste an: Mit einer Vorlage kommt sein Inhalt gleich mit.'),
    box: () => msg('Noch keine Kiste. In Kisten liegen Kits, Geräte und Teile zusammen.'),
    device: () => msg('Noch kein Gerät. Legen Sie die Pis der Flotte hier an, um sie zu verleihen.'),
    part: () => msg('Noch kein Teil mit eigener Nummer, etwa ein Display oder ein Sense HAT.'),
  }[kind]();
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-assets-page': AssetsPage;
  }
}
