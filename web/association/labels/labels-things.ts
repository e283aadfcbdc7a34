import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../assets/asset-choice.ts';
import '../../ui/problem-note.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { codeRunsSchema, mostLabels } from '../../../server/api/contract/lending/code-runs.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { assetStyles } from '../assets/asset-styles.ts';

/** So many the server gives in one answer. */
const pageSize = 500;

/** The things that get a label: chosen one by one, all without one, or those an address names. Fires `things` (`CustomEvent<AssetLine[]>`). */
@customElement('sb-labels-things')
@localized()
export class LabelsThings extends LitElement {
  @property({ attribute: false }) things: readonly AssetLine[] = [];
  /** What an address names: codes, runs of them (`K1-30`) or ids, with commas between. */
  @property() named = '';
  private readonly sending = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('named') && this.named) void this.takeNamed(this.named.split(',').filter(Boolean));
  }

  protected override render() {
    return html`<sb-asset-choice
        @choose=${({ detail }: CustomEvent<AssetLine>) => this.take([detail])}
      ></sb-asset-choice>
      <div class="row">
        <button
          class="button"
          type="button"
          data-test="labels-unlabelled"
          ?disabled=${this.sending.busy}
          @click=${() => this.sending.do(() => this.takeFound({ text: 'ohne:etikett' }))}
        >
          ${lineIcon('plus')}${msg('Alle ohne Etikett')}
        </button>
        ${
          this.things.length > 0
            ? html`<button class="button quiet" type="button" @click=${() => this.tell([])}>${msg('Alle abwählen')}</button>`
            : nothing
        }
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${
        this.things.length > 0
          ? html`<ul class="chosen" data-test="labels-chosen">
              ${this.things.map(
                ({ id, code, name }) => html`<li>
                  <button
                    class="button"
                    type="button"
                    title=${name}
                    aria-label=${msg(str`${code} ${name} abwählen`)}
                    @click=${() => this.tell(this.things.filter((one) => one.id !== id))}
                  >
                    <strong>${code}</strong>${lineIcon('x')}
                  </button>
                </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }

  private take(lines: readonly AssetLine[]): void {
    const known = new Set(this.things.map(({ id }) => id));
    this.tell([...this.things, ...lines.filter(({ id }) => !known.has(id))].slice(0, mostLabels));
  }

  private tell(things: readonly AssetLine[]): void {
    this.things = things;
    this.dispatchEvent(new CustomEvent('things', { detail: things }));
  }

  private async takeNamed(named: readonly string[]): Promise<void> {
    await this.sending.do(async () => {
      const runs = codeRunsSchema.safeParse(named);
      if (runs.success) return this.takeFound({ codes: runs.data });
      // In groups of ten: a browser opens few connections at once.
      for (let first = 0; first < Math.min(named.length, mostLabels); first += 10) {
        const group = named.slice(first, first + 10);
        this.take(await Promise.all(group.map((assetId) => call('asset', { assetId }, {}))));
      }
    });
  }

  private async takeFound(query: { text?: string; codes?: string[] }): Promise<void> {
    for (let offset = 0; offset < mostLabels; offset += pageSize) {
      const { assets, total } = await call('assets', {}, { ...query, limit: pageSize, offset });
      this.take(assets);
      if (offset + pageSize >= total) return;
    }
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      .chosen {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
        max-height: 12rem;
        margin: 0;
        padding: 0;
        list-style: none;
        overflow-y: auto;
      }

      .chosen .button {
        padding-inline: var(--sb-space-3);
        font-family: var(--sb-font-code);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-labels-things': LabelsThings;
  }
}
