import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { Dashboard } from '../../../server/api/contract/lending/reports.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import type { SectionName } from './due-sections.ts';

/** One figure of the day; where there is none, it leads nowhere. */
export interface DueTile {
  readonly test: string;
  readonly figure: number;
  readonly name: string;
  readonly icon: TemplateResult | unknown;
  /** Somebody waits, or something may be gone. */
  readonly urgent?: boolean;
  readonly to: { readonly section: SectionName } | { readonly href: string };
}

/** The day in eight figures: what goes and comes today, then what has waited too long. */
export function dueTiles({ today, totals, remindersDue }: Dashboard): DueTile[] {
  return [
    {
      test: 'out-today',
      figure: today.out,
      name: msg('heute zu übergeben'),
      icon: lendingIcon('truck'),
      to: { section: totals.goingOut > 0 ? 'going-out' : 'to-pack' },
    },
    {
      test: 'back-today',
      figure: today.back,
      name: msg('heute zurück'),
      icon: lendingIcon('undo-2'),
      to: { section: 'coming-back' },
    },
    {
      test: 'overdue',
      figure: totals.overdue,
      name: msg('überfällig'),
      icon: lendingIcon('bell'),
      urgent: true,
      to: { section: 'overdue' },
    },
    {
      test: 'requests',
      figure: totals.requests,
      name: totals.requests === 1 ? msg('neue Anfrage') : msg('neue Anfragen'),
      icon: lendingIcon('mail'),
      to: { section: 'requests' },
    },
    {
      test: 'stray',
      figure: totals.devices,
      name: totals.devices === 1 ? msg('Pi fällt auf') : msg('Pis fallen auf'),
      icon: lineIcon('cpu'),
      urgent: true,
      to: { section: 'stray' },
    },
    {
      test: 'missing',
      figure: totals.missing,
      name: totals.missing === 1 ? msg('Ding vermisst') : msg('Dinge vermisst'),
      icon: lineIcon('search'),
      urgent: true,
      to: { section: 'missing' },
    },
    {
      test: 'low-stock',
      figure: totals.lowStock,
      name: msg('nachzukaufen'),
      icon: lendingIcon('boxes'),
      to: { section: 'low-stock' },
    },
    {
      test: 'reminders',
      figure: remindersDue,
      name: remindersDue === 1 ? msg('Erinnerung fällig') : msg('Erinnerungen fällig'),
      icon: lineIcon('clock'),
      to: { href: '#settings/reminders' },
    },
  ];
}
