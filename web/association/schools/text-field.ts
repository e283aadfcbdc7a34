import { html } from 'lit';

export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** At most so many signs; 200 when left out. */
  readonly long?: number;
  readonly needed?: boolean;
  /** As wide as the form. */
  readonly wide?: boolean;
}

/** A text of a school's form, read by its name when the form is sent. @param test its mark for tests. */
export function textField(
  { name, label, value = '', long = 200, needed = false, wide = false }: TextField,
  test: string,
) {
  return html`<div class="field ${wide ? 'wide' : ''}">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      .value=${value}
      maxlength=${long}
      ?required=${needed}
      autocomplete="off"
      data-test=${test}
    />
  </div>`;
}
