import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/copy-text.ts';
import '../../ui/problem-note.ts';
import type { SchoolLife } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { detailStyles } from './detail-styles.ts';

/** A school's adults with an account; more are invited from here by a one-time link. */
@customElement('sb-school-teachers')
@localized()
export class SchoolTeachers extends LitElement {
  @property() schoolId = '';
  @property({ attribute: false }) teachers: SchoolLife['teachers'] = [];
  @property({ type: Boolean }) mayInvite = false;

  @state() private link: { url: string; expiresAt: number } | null = null;
  private readonly inviting = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('schoolId')) return;
    this.link = null;
    this.inviting.forget();
  }

  protected override render() {
    return html`<section>
      <h3>${msg('Lehrkräfte mit Konto')}</h3>
      ${
        this.teachers.length === 0
          ? html`<p class="quiet-text">${msg('Noch niemand.')}</p>`
          : html`<ul class="names">
              ${this.teachers.map(({ name }) => html`<li data-test="school-teacher">${lineIcon('user')}${name}</li>`)}
            </ul>`
      }
      ${this.mayInvite ? this.renderInvite() : nothing}
    </section>`;
  }

  private renderInvite() {
    return html`<div>
        <button
          class="button"
          type="button"
          data-test="school-invite"
          ?disabled=${this.inviting.busy}
          @click=${this.invite}
        >
          ${lineIcon('plus')}${msg('Lehrkraft einladen')}
        </button>
      </div>
      <sb-problem-note .problem=${this.inviting.problem}></sb-problem-note>
      ${this.link ? this.renderLink(this.link) : nothing}`;
  }

  private renderLink({ url, expiresAt }: { url: string; expiresAt: number }) {
    const until = new Date(expiresAt).toLocaleString(dateLocale(), { dateStyle: 'long', timeStyle: 'short' });
    return html`<div role="status">
      <p>${msg(str`Schicken Sie den Link der Person. Er gilt genau ein Mal, bis ${until}.`)}</p>
      <sb-copy-text
        data-test="school-invite-link"
        data-url=${url}
        .text=${url}
        label=${msg('Einladungslink')}
      ></sb-copy-text>
    </div>`;
  }

  private invite(): Promise<boolean> {
    const { schoolId } = this;
    return this.inviting.do(async () => {
      const link = await call('invite', {}, { role: 'teacher', schoolId });
      if (schoolId === this.schoolId) this.link = link;
    });
  }

  static override styles = [
    controlStyles,
    detailStyles,
    css`
      section {
        display: grid;
        gap: var(--sb-space-2);
      }

      .names li {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-teachers': SchoolTeachers;
  }
}
