import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { textField } from './text-field.ts';

interface SchoolLine {
  readonly id: string;
  readonly name: string;
  readonly city: string;
}

/** After the last key it is looked so many ms later whether the school is here already. */
const pause = 250;

/**
 * A school written down by hand; one that is here already is told with a link while it is written, and refused.
 *
 * @fires added with the school's id; close when somebody follows the link.
 */
@customElement('sb-school-by-hand')
@localized()
export class SchoolByHand extends LitElement {
  /** The school of ours that the one being written down is. */
  @state() private same: SchoolLine | null = null;
  private readonly adding = new Sending(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override render() {
    return html`<form @submit=${this.onSubmit} @input=${this.onTyped}>
      <h3>${msg('Oder von Hand')}</h3>
      ${textField({ name: 'name', label: msg('Name der Schule'), long: 120, needed: true }, 'add-school-name')}
      <div class="pair">
        ${textField({ name: 'zip', label: msg('Postleitzahl'), long: 10 }, 'add-school-zip')}
        ${textField({ name: 'city', label: msg('Ort'), long: 80 }, 'add-school-city')}
      </div>
      <div role="status">${this.same ? this.renderSame(this.same) : nothing}</div>
      <sb-problem-note .problem=${this.adding.problem}></sb-problem-note>
      <div class="choices">
        <button class="button primary" data-test="add-school-go" ?disabled=${this.adding.busy || this.same !== null}>
          ${msg('Hinzufügen')}
        </button>
      </div>
    </form>`;
  }

  private renderSame({ id, name, city }: SchoolLine) {
    return html`<p class="same" data-test="same-school">
      ${lineIcon('circle-alert')}
      <span>
        ${msg('Diese Schule gibt es schon:')}
        <a href="#schools/${id}" @click=${() => this.dispatchEvent(new Event('close'))}>
          ${city ? `${name}, ${city}` : name}
        </a>
      </span>
    </p>`;
  }

  private onTyped(event: Event): void {
    const keys = keysOf(event.currentTarget as HTMLFormElement);
    this.same = null;
    this.adding.forget();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.compare(keys), pause);
  }

  /** Looks whether the school that is being written down is here already. */
  private async compare(keys: ReturnType<typeof keysOf>): Promise<void> {
    if (keys.name === '') return;
    this.#round += 1;
    const round = this.#round;
    try {
      const { school } = await call('sameSchool', {}, keys);
      if (round === this.#round) this.same = school;
    } catch {
      // Only a help while typing: the server compares again when the school is added.
    }
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const keys = keysOf(event.currentTarget as HTMLFormElement);
    void this.adding.do(async () => {
      const { id } = await call('addSchoolProfile', {}, keys);
      this.dispatchEvent(new CustomEvent('added', { detail: id }));
    });
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      form {
        padding-top: var(--sb-space-4);
        border-top: 1px solid var(--sb-line);
      }

      h3 {
        font-size: var(--sb-text-m);
      }

      .pair {
        grid-template-columns: minmax(6rem, 1fr) 2fr;
      }

      .same {
        display: flex;
        gap: var(--sb-space-2);
        padding: var(--sb-space-3);
        border-left: 4px solid var(--sb-copper);
        border-radius: var(--sb-radius-s);
        background: var(--sb-copper-soft);
      }

      .same a {
        color: var(--sb-action);
        font-weight: 600;
      }
    `,
  ];
}

function keysOf(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return { name: text('name'), zip: text('zip'), city: text('city'), land: null, schoolNumber: '' };
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-by-hand': SchoolByHand;
  }
}
