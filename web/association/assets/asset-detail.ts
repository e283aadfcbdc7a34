import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../calendar/feed-button.ts';
import './asset-actions.ts';
import './asset-contents.ts';
import '../history/history.ts';
import '../photos/photos.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { factsStyles } from '../facts-styles.ts';
import { AssociationLive } from '../live/association-live.ts';
import { kindIcon } from '../loans/kind-icon.ts';
import { mayLend } from '../loans/loan-rights.ts';
import { assetDetailStyles } from './asset-detail-styles.ts';
import { factsOf, warnings } from './asset-facts.ts';
import { assetChips, assetRow } from './asset-row.ts';
import { assetRowStyles } from './asset-row-styles.ts';
import { assetStyles } from './asset-styles.ts';
import { kindName } from './asset-words.ts';

/** One thing: what it is, where it is, what is in it, what happened to it, and what can be done with it. */
@customElement('sb-asset-detail')
@localized()
export class AssetDetail extends LitElement {
  @property() assetId = '';
  /** The address of the list that it was opened from. */
  @property() list = '#assets/kits';
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private asset: Asset | null = null;
  @state() private problem: Problem | null = null;

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
    void this.load();
  }

  protected override render() {
    return html`<a class="button quiet back" href=${this.list}
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
        ${warnings(asset)}
        <sb-asset-actions
          .asset=${asset}
          .mayChange=${mayChange}
          @changed=${({ detail }: CustomEvent<Asset>) => this.show(detail)}
          >${asset.kind === 'kit' ? html`<sb-feed-button .person=${this.person} .assetId=${asset.id}></sb-feed-button>` : nothing}</sb-asset-actions
        >
        <dl>${factsOf(asset).map(
          ([name, value]) => html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
        )}</dl>
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
        <sb-lending-history .assetId=${asset.id} .person=${this.person}></sb-lending-history>
      </section>`;
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

  static override styles = [controlStyles, assetStyles, assetRowStyles, factsStyles, assetDetailStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-detail': AssetDetail;
  }
}
