import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './edit-school.ts';
import './school-facts.ts';
import './school-life.ts';
import './school-loans.ts';
import './school-teachers.ts';
import '../calendar/feed-button.ts';
import '../history/history.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';
import type { SchoolLife, SchoolProfile } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';
import { schoolTypeName } from './school-words.ts';

/** What is known of a school: address, contacts, loans, what came of them, its Pis and adults, its history. @fires changed */
@customElement('sb-school-detail')
@localized()
export class SchoolDetail extends LitElement {
  @property() schoolId = '';
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private school: SchoolProfile | null = null;
  @state() private loans: { lines: readonly LoanLine[]; total: number } = { lines: [], total: 0 };
  @state() private life: SchoolLife | null = null;
  @state() private problem: Problem | null = null;
  @state() private editing = false;
  /** Whether it was asked if the school shall go. */
  @state() private asked = false;
  private readonly removing = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('schoolId')) return;
    this.school = null;
    this.loans = { lines: [], total: 0 };
    this.life = null;
    this.editing = false;
    this.asked = false;
    this.removing.forget();
    void this.load();
  }

  protected override render() {
    const { school } = this;
    if (!school) {
      return this.problem
        ? html`<sb-problem-note .problem=${this.problem}></sb-problem-note>`
        : html`<p role="status">${msg('Schule wird geladen …')}</p>`;
    }
    return html`<article class="panel" data-test="school-detail">
      <header>
        <div>
          <h2>${school.name}</h2>
          <p class="quiet-text">${kindOf(school)}</p>
        </div>
        ${this.mayChange ? this.renderActions() : nothing}
      </header>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <sb-school-facts .school=${school}></sb-school-facts>
      <sb-school-loans .loans=${this.loans.lines} .total=${this.loans.total}></sb-school-loans>
      <sb-feed-button .person=${this.person} .schoolId=${school.id}></sb-feed-button>
      ${this.life ? this.renderLife(school, this.life) : nothing}
      <section><sb-lending-history .schoolId=${school.id} .person=${this.person}></sb-lending-history></section>
      ${this.mayChange && this.life?.removable ? this.renderRemove() : nothing}
      <sb-edit-school
        .open=${this.editing}
        .school=${school}
        @saved=${this.onSaved}
        @close=${() => {
          this.editing = false;
        }}
      ></sb-edit-school>
    </article>`;
  }

  private renderActions() {
    return html`<div class="actions">
      <button
        class="button"
        type="button"
        data-test="edit-school"
        @click=${() => {
          this.editing = true;
        }}
      >
        ${lineIcon('pencil')}${msg('Bearbeiten')}
      </button>
    </div>`;
  }

  private renderLife({ id }: SchoolProfile, life: SchoolLife) {
    return html`<sb-school-life .life=${life}></sb-school-life>
      <sb-school-teachers
        .schoolId=${id}
        .teachers=${life.teachers}
        .mayInvite=${this.mayChange}
      ></sb-school-teachers>`;
  }

  private renderRemove() {
    if (!this.asked) {
      return html`<div>
        <button
          class="button quiet"
          type="button"
          data-test="remove-school"
          @click=${() => {
            this.asked = true;
          }}
        >
          ${lendingIcon('trash-2')}${msg('Schule löschen')}
        </button>
      </div>`;
    }
    return html`<div class="ask" role="alertdialog" aria-label=${msg('Schule löschen')}>
      <p>${msg('Mit dieser Schule war noch nichts. Wirklich löschen? Einladungen zu ihr gelten dann nicht mehr.')}</p>
      <sb-problem-note .problem=${this.removing.problem}></sb-problem-note>
      <div class="actions">
        <button
          class="button primary"
          type="button"
          data-test="remove-school-go"
          ?disabled=${this.removing.busy}
          @click=${this.onRemove}
        >
          ${msg('Löschen')}
        </button>
        <button
          class="button"
          type="button"
          @click=${() => {
            this.asked = false;
          }}
        >
          ${msg('Behalten')}
        </button>
      </div>
    </div>`;
  }

  private async load(): Promise<void> {
    const { schoolId } = this;
    this.problem = null;
    try {
      const school = await call('schoolProfile', { schoolId }, {});
      if (schoolId !== this.schoolId) return;
      this.school = school;
      const [{ loans, total }, life] = await Promise.all([
        call('loans', {}, { schoolId, limit: 50 }),
        call('schoolLife', { schoolId }, {}),
      ]);
      if (schoolId !== this.schoolId) return;
      this.loans = { lines: loans, total };
      this.life = life;
    } catch (error) {
      if (schoolId === this.schoolId) this.problem = problemOf(error);
    }
  }

  private get mayChange(): boolean {
    return this.person !== null && this.person.duty !== 'read-only';
  }

  private async onRemove(): Promise<void> {
    const { schoolId } = this;
    const done = await this.removing.do(() => call('removeSchool', { schoolId }, {}));
    if (!done) return;
    this.dispatchEvent(new Event('changed'));
    location.hash = 'schools';
  }

  private onSaved(event: CustomEvent<SchoolProfile>): void {
    this.school = event.detail;
    this.editing = false;
    this.dispatchEvent(new Event('changed'));
  }

  static override styles = [
    controlStyles,
    css`
      article {
        display: grid;
        gap: var(--sb-space-4);
        padding: var(--sb-space-4) var(--sb-space-6) var(--sb-space-6);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: var(--sb-space-3);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      .ask {
        display: grid;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4);
        border-radius: var(--sb-radius-s);
        background: var(--sb-stop-soft);
      }
    `,
  ];
}

function kindOf(school: SchoolProfile): string {
  const raw = school.typeRaw;
  return [raw || schoolTypeName(school.type), school.city, school.land ?? '']
    .filter((word) => word !== '')
    .join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-detail': SchoolDetail;
  }
}
