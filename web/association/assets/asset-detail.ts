import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../calendar/feed-button.ts';
import './asset-condition.ts';
import './asset-contents.ts';
import './edit-asset.ts';
import './move-asset.ts';
import '../history/history.ts';
import '../photos/photos.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { AssociationLive } from '../live/association-live.ts';
import { kindIcon } from '../loans/kind-icon.ts';
import { mayLend } from '../loans/loan-rights.ts';
import { timeAgo } from '../relative-time.ts';
import { assetChips, assetRow } from './asset-row.ts';
import { assetRowStyles } from './asset-row-styles.ts';
import { assetStyles } from './asset-styles.ts';
import { dayName, kindName, money } from './asset-words.ts';

/** One thing: what it is, where it is, what is in it, what happened to it, and what can be done with it. */
@customElement('sb-asset-detail')
@localized()
export class AssetDetail extends LitElement {
  @property() assetId = '';
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private asset: Asset | null = null;
  @state() private problem: Problem | null = null;
  @state() private dialog: 'edit' | 'move' | null = null;

  constructor() {
    super();
    new AssociationLive(this, {
      onChange: (what, id) => {
        if (what === 'loan' || (what === 'asset' && this.concerns(id))) void this.load();
      },
      onReturn: () => void this.load(),
    });
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('assetId')) return;
    this.asset = null;
    this.dialog = null;
    void this.load();
  }

  protected override render() {
    return html`<a class="button quiet back" href="#assets/${this.asset ? `${this.asset.kind}s`.replace('boxs', 'boxes') : 'kits'}"
        >${lineIcon('arrow-left')}${msg('Zur Liste')}</a
      >
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.asset ? this.renderAsset(this.asset) : this.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderAsset(asset: Asset) {
    const mayChange = mayLend(this.person);
    return html`<article class="panel" data-test="asset-detail" data-code=${asset.code}>
        <header>
          <span class="picture large">${kindIcon(asset.kind)}</span>
          <div>
            <p class="row"><span class="code big">${asset.code}</span>${assetChips(asset)}</p>
            <h2>${asset.name}</h2>
            <p class="hint">${kindName(asset.kind)}${asset.template ? ` · ${asset.template.name}` : ''}</p>
          </div>
        </header>
        ${this.renderActions(asset, mayChange)}
        <dl>${this.renderFacts(asset)}</dl>
        ${asset.note ? html`<p class="remark">${asset.note}</p>` : nothing}
      </article>
      <sb-asset-contents
        .asset=${asset}
        .mayChange=${mayChange}
        @changed=${({ detail }: CustomEvent<Asset>) => this.show(detail)}
      ></sb-asset-contents>
      ${this.renderInside(asset)}
      <section class="panel block">
        <h3>${msg('Fotos')}</h3>
        <sb-photos .assetId=${asset.id} .canAdd=${mayChange}></sb-photos>
      </section>
      <section class="panel block">
        <h3>${msg('Verlauf')}</h3>
        <sb-lending-history .assetId=${asset.id} .person=${this.person}></sb-lending-history>
      </section>
      ${mayChange ? this.renderDialogs(asset) : nothing}`;
  }

  private renderActions(asset: Asset, mayChange: boolean) {
    const lendable = asset.condition === 'usable' && asset.whereabouts !== 'donated';
    return html`<div class="row actions">
        ${
          asset.loanId
            ? html`<a class="button" href="#loans/${asset.loanId}">${lendingIcon('handshake')}${msg('Zur Leihe')}</a>`
            : nothing
        }
        ${
          mayChange && lendable
            ? html`<a class="button primary" href="#loans/new?asset=${asset.id}" data-test="asset-lend"
                >${lendingIcon('handshake')}${msg('Verleihen')}</a
              >`
            : nothing
        }
        <a class="button" href="#labels/${asset.id}" data-test="asset-label">${lendingIcon('tag')}${msg('Etikett drucken')}</a>
        ${asset.kind === 'kit' ? html`<sb-feed-button .person=${this.person} .assetId=${asset.id}></sb-feed-button>` : nothing}
        ${
          mayChange
            ? html`<button class="button" type="button" data-test="asset-edit" @click=${() => this.open('edit')}>
                  ${lineIcon('pencil')}${msg('Bearbeiten')}
                </button>
                <button class="button" type="button" data-test="asset-move" @click=${() => this.open('move')}>
                  ${lendingIcon('package-open')}${msg('Umlegen')}
                </button>`
            : nothing
        }
      </div>
      ${
        mayChange
          ? html`<sb-asset-condition
              .asset=${asset}
              @changed=${({ detail }: CustomEvent<Asset>) => this.show(detail)}
            ></sb-asset-condition>`
          : nothing
      }`;
  }

  private renderFacts(asset: Asset) {
    const facts: [string, string | TemplateResult | null][] = [
      [
        msg('Bei'),
        asset.school && `${asset.school.name}${asset.school.city ? `, ${asset.school.city}` : ''}`,
      ],
      [
        msg('Liegt in'),
        asset.parent &&
          html`<a href="#assets/${asset.parent.id}">${asset.parent.code} ${asset.parent.name}</a>`,
      ],
      [msg('Lagerort'), asset.place],
      [msg('In der Flotte'), this.fleetWords(asset)],
      [msg('Modell'), asset.model],
      [msg('Seriennummer'), asset.serial],
      [msg('Wert heute'), asset.currentCents === null ? null : money(asset.currentCents)],
      [
        msg('Mit Inhalt'),
        asset.inside.length + asset.contents.length > 0 && asset.totalCents > 0
          ? money(asset.totalCents)
          : null,
      ],
      [
        msg('Gekauft'),
        [
          asset.purchasedOn && dayName(asset.purchasedOn),
          asset.purchaseCents !== null && money(asset.purchaseCents),
        ]
          .filter(Boolean)
          .join(' · '),
      ],
      [msg('Förderer'), asset.sponsor?.name ?? null],
      [msg('Finanzierung'), asset.funding],
    ];
    return facts
      .filter(([, value]) => value)
      .map(
        ([name, value]) => html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
      );
  }

  private fleetWords({ fleet, kind }: Asset): string | TemplateResult | null {
    if (kind !== 'device') return null;
    if (!fleet) return msg('nicht verbunden mit der Flotte');
    const ago = fleet.lastSeenAt === null ? null : timeAgo(fleet.lastSeenAt, Date.now(), language());
    const seen = fleet.online
      ? msg('verbunden')
      : fleet.lastSeenAt === null
        ? msg('noch nie gesehen')
        : msg(str`zuletzt gesehen ${ago ?? msg('gerade eben')}`);
    const at = fleet.seenAt ? ` · ${msg(str`meldet sich aus: ${fleet.seenAt.name}`)}` : '';
    return html`${fleet.online ? html`<span class="chip" data-is="online">${seen}</span>` : seen}${at}${
      fleet.model ? ` · ${fleet.model}` : ''
    }${fleet.agentVersion ? ` · ${fleet.agentVersion}` : ''}`;
  }

  private renderInside({ id, inside }: Asset) {
    if (inside.length === 0) return nothing;
    const nested = (parentId: string): TemplateResult => html`<ul class="plain">
      ${inside
        .filter(({ parent }) => parent?.id === parentId)
        .map(
          (one) => html`<li>
            <a class="asset" href="#assets/${one.id}" data-test="asset-inside" data-code=${one.code}>${assetRow(one, true)}</a>
            ${inside.some(({ parent }) => parent?.id === one.id) ? html`<div class="deeper">${nested(one.id)}</div>` : nothing}
          </li>`,
        )}
    </ul>`;
    return html`<section class="panel block">
      <h3>${msg(str`Darin liegen ${inside.length}`)}</h3>
      ${nested(id)}
    </section>`;
  }

  private renderDialogs(asset: Asset) {
    const close = () => {
      this.dialog = null;
    };
    const changed = ({ detail }: CustomEvent<Asset>) => {
      this.dialog = null;
      this.show(detail);
    };
    return html`<sb-edit-asset
        .open=${this.dialog === 'edit'}
        .asset=${asset}
        @changed=${changed}
        @close=${close}
      ></sb-edit-asset>
      <sb-move-asset
        .open=${this.dialog === 'move'}
        .asset=${asset}
        @changed=${changed}
        @close=${close}
      ></sb-move-asset>`;
  }

  private open(dialog: 'edit' | 'move'): void {
    this.dialog = dialog;
  }

  private show(asset: Asset): void {
    if (asset.id === this.assetId) this.asset = asset;
  }

  private concerns(id: string): boolean {
    return id === this.assetId || this.asset?.inside.some((one) => one.id === id) === true;
  }

  private async load(): Promise<void> {
    const { assetId } = this;
    if (!assetId) return;
    try {
      const asset = await call('asset', { assetId }, {});
      this.show(asset);
      if (assetId === this.assetId) this.problem = null;
    } catch (error) {
      if (assetId === this.assetId) this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    assetStyles,
    assetRowStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      .back {
        display: none;
        justify-self: start;
      }

      article,
      .block {
        display: grid;
        gap: var(--sb-space-4);
        padding: var(--sb-space-4) var(--sb-space-6);
      }

      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: var(--sb-space-4);
      }

      .large {
        width: 4.5rem;
        height: 4.5rem;
      }

      .large svg.lucide {
        width: 2.5rem;
        height: 2.5rem;
      }

      .big {
        font-size: var(--sb-text-l);
      }

      h2 {
        margin-top: var(--sb-space-1);
        overflow-wrap: anywhere;
      }

      h3 {
        font-size: var(--sb-text-m);
      }

      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: var(--sb-space-3) var(--sb-space-4);
        margin: 0;
      }

      dt {
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      dd a {
        color: var(--sb-action);
      }

      .remark {
        padding: var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
        white-space: pre-line;
      }

      .block .asset {
        padding-inline: 0;
      }

      .deeper {
        margin-left: 2.5rem;
        border-left: 2px solid var(--sb-line);
        padding-left: var(--sb-space-3);
      }

      @media (max-width: 62rem) {
        .back {
          display: inline-flex;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-detail': AssetDetail;
  }
}
