import type { AssetKind, Condition } from '../api/contract/lending/assets.ts';
import type { LoanItemState, LoanKind, LoanState } from '../api/contract/lending/loans.ts';
import type { PaperKind, ReminderStage } from '../api/contract/lending/papers.ts';
import type { Land, SchoolType } from '../api/contract/lending/schools.ts';

/**
 * The tables of lending. Times are ms since 1970, days `2026-11-22`, money Euro cents, flags 0 or 1 (as both databases
 * know them), lists and objects JSON.
 */
export type LendingTables = {
  /** What lending knows of a school beyond name and city; a school without a row was added and nothing more. */
  school_detail: {
    school_id: string;
    address: string;
    zip: string;
    land: Land | null;
    school_number: string;
    type: SchoolType | null;
    type_raw: string;
    provider: string;
    municipality: string;
    email: string;
    phone: string;
    website: string;
    latitude: number | null;
    longitude: number | null;
    note: string;
    open_data_id: string | null;
    /** JSON of what was last taken over from the open data: what differs from it was changed by hand. */
    taken: string | null;
  };
  school_contact: {
    id: string;
    school_id: string;
    position: number;
    name: string;
    duty: string;
    email: string;
    phone: string;
  };
  /**
   * The open school data; nobody's personal data. The import that counts is named in `lending_setting`; rows of others
   * are an import that is under way, or was broken off.
   */
  open_school: {
    import_id: string;
    id: string;
    school_number: string;
    name: string;
    /** Name and city in lower case without accents, for the search. */
    search: string;
    address: string;
    zip: string;
    city: string;
    land: Land | null;
    type: SchoolType | null;
    type_raw: string;
    provider: string;
    email: string;
    phone: string;
    website: string;
    latitude: number | null;
    longitude: number | null;
    imported_at: number;
  };
  sponsor: {
    id: string;
    name: string;
    website: string;
    thanks: string;
    page_token: string | null;
    created_at: number;
  };
  consumable: { id: string; name: string; icon: string; unit_cents: number; stock: number; minimum: number };
  kit_template: { id: string; name: string; description: string; contents: string; assets: string };
  asset: {
    id: string;
    kind: AssetKind;
    /** Unique in its kind; a Pi's is that of the fleet. */
    number: number;
    name: string;
    parent_id: string | null;
    device_id: string | null;
    template_id: string | null;
    /** Its own place; empty: its parent's. */
    place: string;
    serial: string;
    model: string;
    condition: Condition;
    /** Since when it is lost, or was when it was retired; null: it is not, or nobody knows. Written with `assets/lost-at.ts`. */
    lost_at: number | null;
    sponsor_id: string | null;
    funding: string;
    purchased_on: string | null;
    purchase_cents: number | null;
    note: string;
    /** Code, names and serial in lower case, for the search. */
    search: string;
    created_at: number;
  };
  asset_content: { asset_id: string; consumable_id: string; quantity: number; present: number };
  loan: {
    id: string;
    /** `2026-014`. */
    number: string;
    kind: LoanKind;
    state: LoanState;
    school_id: string;
    requested_by: string | null;
    contact_name: string;
    contact_email: string;
    contact_phone: string;
    pupils: number;
    lessons: string;
    wish: string;
    note: string;
    reason: string;
    starts_at: number;
    ends_at: number;
    requested_at: number;
    out_at: number | null;
    returned_at: number | null;
    closed_at: number | null;
    version: number;
    search: string;
  };
  /**
   * A thing and the time for which a loan has it. `active` is 1 while the state is `reserved`, `packed` or `out`; the
   * database refuses two active rows of one thing that overlap in time, and two that are `packed` or `out`.
   */
  loan_item: {
    id: string;
    loan_id: string;
    asset_id: string;
    state: LoanItemState;
    active: number;
    /** The loan's thing that it is in; null: lent by itself. */
    inside_of: string | null;
    starts_at: number;
    ends_at: number;
    out_at: number | null;
    back_at: number | null;
    remark: string;
    photo_ids: string;
    exchanged_for: string | null;
  };
  loan_part: {
    loan_id: string;
    asset_id: string;
    consumable_id: string;
    quantity: number;
    back: number | null;
    damaged: number;
    unit_cents: number;
  };
  /** Loans that name nobody any more, since when. */
  loan_erased: { loan_id: string; at: number };
  /** Requests that were done, so that the same again is answered and not done again. */
  loan_request_done: { request_id: string; loan_id: string; at: number };
  test_run: {
    id: string;
    loan_id: string;
    asset_id: string;
    at: number;
    state: 'running' | 'passed' | 'failed' | 'busy' | 'unreachable';
    checks: string;
  };
  paper: {
    id: string;
    loan_id: string;
    kind: PaperKind;
    template_version: number;
    /** Everything that stands on it, as JSON, as it was agreed. */
    frozen: string;
    /** JSON of `Signatures`. */
    signatures: string;
    pdf: Uint8Array;
    at: number;
    mailed_to: string | null;
    mailed_at: number | null;
  };
  paper_template: {
    kind: PaperKind;
    text: string;
    version: number;
    changed_at: number;
    changed_by: string | null;
  };
  reminder: {
    loan_id: string;
    stage: ReminderStage;
    /** The end that it was about: after an extension the stages begin anew. */
    ends_at: number;
    /** `sending` only while the mail server is spoken to: whoever has the row sends, nobody else. */
    state: 'sending' | 'sent' | 'skipped';
    sent_to: string;
    subject: string;
    text: string;
    at: number;
    by: string | null;
  };
  holiday_calendar: { id: string; name: string; land: Land | null; imported_at: number };
  holiday: { calendar_id: string; name: string; starts_on: string; ends_on: string };
  label_sheet: { id: string; name: string; geometry: string; offset_x: number; offset_y: number };
  stocktake: {
    id: string;
    place: string;
    started_at: number;
    started_by: string | null;
    finished_at: number | null;
  };
  stocktake_expected: { stocktake_id: string; asset_id: string };
  stocktake_scan: {
    id: string;
    stocktake_id: string;
    code: string;
    asset_id: string | null;
    at: number;
    by: string | null;
  };
  photo: {
    id: string;
    asset_id: string | null;
    loan_id: string | null;
    type: string;
    bytes: Uint8Array;
    note: string;
    at: number;
    by: string | null;
  };
  /** Written once; the database lets a row's text be erased (`erasedText`), and refuses every other change. */
  history: {
    id: string;
    at: number;
    by: string | null;
    kind: string;
    /** A thing, or the counted part that a line `consumable.…` is of. */
    asset_id: string | null;
    loan_id: string | null;
    school_id: string | null;
    /** JSON of what the sentence needs. */
    data: string;
  };
  /** Small facts by key: `settings`, `feed-secret`. */
  lending_setting: { key: string; value: string; version: number };
};
