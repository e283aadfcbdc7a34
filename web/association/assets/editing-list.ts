import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../device/contract/problem.ts';
import { lineIcon } from '../../ui/line-icons.ts';

/** A list whose entries are edited in a dialog. */
export interface EditingList<Entry> {
  /** What stands in the list, in a sentence. */
  readonly about: string;
  /** The button for a new one; null: this person may not. */
  readonly add: { readonly words: string; readonly test: string; readonly click: () => void } | null;
  readonly problem: Problem | null;
  /** Null: not known yet. */
  readonly entries: readonly Entry[] | null;
  readonly list: (entries: readonly Entry[]) => TemplateResult;
  readonly empty: (step: unknown) => TemplateResult;
  /** The entry that is edited, its dialog's head and form; null: none. */
  readonly editing: {
    readonly heading: string;
    readonly form: TemplateResult;
    readonly wide?: boolean;
  } | null;
  readonly close: () => void;
}

/** Head, list and dialog of an editing list; `listStyles` style it. */
export function editingList<Entry>(one: EditingList<Entry>): TemplateResult {
  const add = one.add
    ? html`<button class="button primary" type="button" data-test=${one.add.test} @click=${one.add.click}>
        ${lineIcon('plus')}${one.add.words}
      </button>`
    : nothing;
  const { entries } = one;
  return html`<div class="head">
      <p class="quiet-text">${one.about}</p>
      ${entries && entries.length === 0 ? nothing : add}
    </div>
    <sb-problem-note .problem=${one.problem}></sb-problem-note>
    ${
      entries === null
        ? one.problem
          ? nothing
          : html`<p role="status">${msg('Wird geladen …')}</p>`
        : entries.length > 0
          ? one.list(entries)
          : html`<div class="panel">${one.empty(add)}</div>`
    }
    <sb-dialog-frame
      ?wide=${one.editing?.wide}
      .open=${one.editing !== null}
      .heading=${one.editing?.heading ?? ''}
      @close=${one.close}
    >
      ${one.editing?.form ?? nothing}
    </sb-dialog-frame>`;
}
