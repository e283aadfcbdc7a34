import { msg } from '@lit/localize';
import type { CalendarBar } from '../../../server/api/contract/lending/calendar.ts';
import type { LendingIcon } from '../../ui/lending-icons.ts';

/** How a bar's loan stands, in a word and a picture: its colour never tells alone. */
export function barState({ state, overdue }: Pick<CalendarBar, 'state' | 'overdue'>): {
  name: string;
  icon: LendingIcon;
  look: string;
} {
  if (overdue) return { name: msg('überfällig'), icon: 'siren', look: 'overdue' };
  switch (state) {
    case 'reserved':
      return { name: msg('reserviert'), icon: 'calendar', look: 'reserved' };
    case 'packed':
      return { name: msg('gepackt'), icon: 'package-check', look: 'packed' };
    case 'out':
      return { name: msg('ausgegeben'), icon: 'truck', look: 'out' };
    default:
      return { name: msg('zurück'), icon: 'undo-2', look: 'over' };
  }
}
