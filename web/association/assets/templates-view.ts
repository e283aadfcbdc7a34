import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './counted-parts-editor.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { type AssetKind, assetKinds } from '../../../server/api/contract/lending/assets.ts';
import type { Consumable, KitTemplate } from '../../../server/api/contract/lending/consumables.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { mayLend } from '../loans/loan-rights.ts';
import { Polling } from '../polling.ts';
import { assetStyles } from './asset-styles.ts';
import { kindName } from './asset-words.ts';
import type { CountedRow } from './counted-parts-editor.ts';
import { editingList } from './editing-list.ts';
import { emptyState, emptyStateStyles } from './empty-state.ts';

type InnerThing = KitTemplate['assets'][number];

/** What kits are made of: the templates, and their editor. Kits that exist stay as they are. */
@customElement('sb-templates-view')
@localized()
export class TemplatesView extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private editing: KitTemplate | 'new' | null = null;
  @state() private rows: readonly CountedRow[] = [];
  @state() private things: readonly InnerThing[] = [];
  @state() private consumables: readonly Consumable[] = [];
  private readonly sending = new Sending(this);
  private readonly templates = new Polling(
    this,
    async () => (await call('kitTemplates', {}, {})).templates,
    30_000,
  );

  protected override render() {
    const mayChange = mayLend(this.person);
    const { editing } = this;
    return editingList({
      about: msg('Aus einer Vorlage entstehen Kits mit allem, was hineingehört.'),
      add: mayChange ? { words: msg('Vorlage'), test: 'template-add', click: () => this.edit('new') } : null,
      problem: this.templates.problem,
      entries: this.templates.answer,
      list: (templates) =>
        html`<div class="cards">${templates.map((one) => this.renderCard(one, mayChange))}</div>`,
      empty: (step) =>
        emptyState(
          lendingIcon('package-open'),
          msg(
            'Noch keine Vorlage. Sagen Sie einmal, was in ein Kit gehört; dann legen Sie viele auf einmal an.',
          ),
          step,
        ),
      editing: editing && {
        heading: editing === 'new' ? msg('Neue Vorlage') : editing.name,
        form: this.renderForm(editing === 'new' ? null : editing),
        wide: true,
      },
      close: () => this.close(),
    });
  }

  private renderCard(one: KitTemplate, mayChange: boolean) {
    return html`<article class="panel" data-test="template" data-name=${one.name}>
      <div class="head">
        <h2>${lendingIcon('package')}${one.name}</h2>
        ${
          mayChange
            ? html`<button
                class="button quiet"
                type="button"
                aria-label=${msg(str`${one.name} bearbeiten`)}
                @click=${() => this.edit(one)}
              >
                ${lineIcon('pencil')}
              </button>`
            : nothing
        }
      </div>
      ${one.description ? html`<p>${one.description}</p>` : nothing}
      <ul>
        ${one.assets.map(({ count, name, kind }) => html`<li>${count} × ${name} <span class="hint">(${kindName(kind)})</span></li>`)}
        ${one.contents.map(({ quantity, name }) => html`<li>${quantity} × ${name}</li>`)}
      </ul>
    </article>`;
  }

  private renderForm(one: KitTemplate | null) {
    return html`<form @submit=${this.onSubmit}>
      <div class="field">
        <label for="name">${msg('Name')}</label>
        <input id="name" required maxlength="120" autocomplete="off" data-test="template-name" .value=${one?.name ?? ''} />
      </div>
      <div class="field">
        <label for="description">${msg('Beschreibung')}</label>
        <textarea id="description" maxlength="4000" .value=${one?.description ?? ''}></textarea>
      </div>
      <h3>${msg('Dinge mit eigenem Etikett')}</h3>
      ${this.things.map((thing, index) => this.renderThing(thing, index))}
      <button
        class="button"
        type="button"
        @click=${() => {
          this.things = [...this.things, { kind: 'device', name: 'Raspberry Pi', count: 1 }];
        }}
      >
        ${lineIcon('plus')}${msg('Ding dazunehmen')}
      </button>
      <h3>${msg('Gezählte Teile')}</h3>
      <sb-counted-parts-editor
        .consumables=${this.consumables}
        .rows=${this.rows}
        @rows=${({ detail }: CustomEvent<CountedRow[]>) => {
          this.rows = detail;
        }}
      ></sb-counted-parts-editor>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="template-go" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private renderThing(thing: InnerThing, index: number) {
    const put = (change: Partial<InnerThing>) => {
      this.things = this.things.map((one, at) => (at === index ? { ...one, ...change } : one));
    };
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="thing">
      <input
        type="number"
        min="1"
        max="50"
        required
        aria-label=${msg('Anzahl')}
        .value=${String(thing.count)}
        @change=${(event: Event) => put({ count: Math.min(50, Math.max(1, Math.trunc(Number(typed(event)) || 1))) })}
      />
      <select aria-label=${msg('Art')} @change=${(event: Event) => put({ kind: typed(event) as AssetKind })}>
        ${assetKinds
          .filter((kind) => kind !== 'kit')
          .map(
            (kind) => html`<option value=${kind} ?selected=${kind === thing.kind}>${kindName(kind)}</option>`,
          )}
      </select>
      <input
        required
        maxlength="120"
        aria-label=${msg('Name')}
        .value=${thing.name}
        @change=${(event: Event) => put({ name: typed(event) })}
      />
      <button
        class="button quiet"
        type="button"
        aria-label=${msg(str`${thing.name} herausnehmen`)}
        @click=${() => {
          this.things = this.things.filter((_, at) => at !== index);
        }}
      >
        ${lineIcon('x')}
      </button>
    </div>`;
  }

  private async edit(one: KitTemplate | 'new'): Promise<void> {
    this.things = one === 'new' ? [] : one.assets;
    this.rows =
      one === 'new'
        ? []
        : one.contents.map(({ consumableId, quantity }) => ({ consumableId, quantity, present: quantity }));
    this.editing = one;
    await this.sending.do(async () => {
      this.consumables = (await call('consumables', {}, {})).consumables;
    });
  }

  private close(): void {
    this.editing = null;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const known = this.editing !== 'new' && this.editing ? { id: this.editing.id } : {};
    await this.sending.do(async () => {
      await call(
        'saveKitTemplate',
        {},
        {
          ...known,
          name: form.querySelector<HTMLInputElement>('#name')!.value.trim(),
          description: form.querySelector<HTMLTextAreaElement>('#description')!.value.trim(),
          contents: this.rows.map(({ consumableId, quantity }) => ({ consumableId, quantity })),
          assets: [...this.things],
        },
      );
      this.editing = null;
      await this.templates.now();
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    assetStyles,
    emptyStateStyles,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
        gap: var(--sb-space-4);
      }

      article {
        display: grid;
        align-content: start;
        gap: var(--sb-space-2);
        padding: var(--sb-space-4);
      }

      article h2 {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      article ul {
        margin: 0;
        padding-left: 1.2rem;
      }

      h3 {
        font-size: var(--sb-text-m);
      }

      .thing {
        display: grid;
        grid-template-columns: 5rem 8rem minmax(0, 1fr) auto;
        gap: var(--sb-space-2);
      }

      @media (max-width: 40rem) {
        .thing {
          grid-template-columns: 5rem minmax(0, 1fr) auto;
        }

        .thing > :nth-child(3) {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-templates-view': TemplatesView;
  }
}
