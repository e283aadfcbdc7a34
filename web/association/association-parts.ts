import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** One part of the page: how it is called, what stands before it, and how it is drawn, loaded when it is opened. */
export interface Part {
  readonly name: () => string;
  /** Where there is little room; left out: `name` is short enough. */
  readonly short?: () => string;
  readonly icon: () => unknown;
  readonly load: () => Promise<unknown>;
  readonly render: (person: PersonView, item: string) => TemplateResult;
}

/** Every part, in the order of the navigation. */
export const parts = {
  dashboard: {
    name: () => msg('Überblick'),
    icon: () => lendingIcon('layout-dashboard'),
    load: () => import('./dashboard/dashboard-page.ts'),
    render: (person, item) => html`<sb-dashboard-page .person=${person} .item=${item}></sb-dashboard-page>`,
  },
  loans: {
    name: () => msg('Leihen'),
    icon: () => lendingIcon('handshake'),
    load: () => import('./loans/loans-page.ts'),
    render: (person, item) => html`<sb-loans-page .person=${person} .item=${item}></sb-loans-page>`,
  },
  calendar: {
    name: () => msg('Kalender'),
    icon: () => lendingIcon('calendar-days'),
    load: () => import('./calendar/calendar-page.ts'),
    render: (person, item) => html`<sb-calendar-page .person=${person} .item=${item}></sb-calendar-page>`,
  },
  assets: {
    name: () => msg('Kits und Geräte'),
    short: () => msg('Kits'),
    icon: () => lendingIcon('boxes'),
    load: () => import('./assets/assets-page.ts'),
    render: (person, item) => html`<sb-assets-page .person=${person} .item=${item}></sb-assets-page>`,
  },
  labels: {
    name: () => msg('Etiketten'),
    icon: () => lendingIcon('qr-code'),
    load: () => import('./labels/labels-page.ts'),
    render: (person, item) => html`<sb-labels-page .person=${person} .item=${item}></sb-labels-page>`,
  },
  stocktake: {
    name: () => msg('Inventur'),
    icon: () => lendingIcon('clipboard-check'),
    load: () => import('./stocktake/stocktake-page.ts'),
    render: (person, item) => html`<sb-stocktake-page .person=${person} .item=${item}></sb-stocktake-page>`,
  },
  schools: {
    name: () => msg('Schulen'),
    icon: () => lineIcon('school'),
    load: () => import('./schools/schools-page.ts'),
    render: (person, item) => html`<sb-schools-page .person=${person} .item=${item}></sb-schools-page>`,
  },
  fleet: {
    name: () => msg('Flotte'),
    icon: () => lineIcon('cpu'),
    load: () => import('./fleet-page.ts'),
    render: () => html`<sb-fleet-page></sb-fleet-page>`,
  },
  reports: {
    name: () => msg('Wirkung'),
    icon: () => lendingIcon('chart-column'),
    load: () => import('./reports/reports-page.ts'),
    render: (person, item) => html`<sb-reports-page .person=${person} .item=${item}></sb-reports-page>`,
  },
  people: {
    name: () => msg('Personen'),
    icon: () => lineIcon('users'),
    load: () => import('./people-page.ts'),
    render: (person, item) => html`<sb-people-page .person=${person} .item=${item}></sb-people-page>`,
  },
  settings: {
    name: () => msg('Einstellungen'),
    icon: () => lendingIcon('settings'),
    load: () => import('./settings/settings-page.ts'),
    render: (person, item) => html`<sb-settings-page .person=${person} .item=${item}></sb-settings-page>`,
  },
} as const satisfies Record<string, Part>;
export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts) as PartName[];
