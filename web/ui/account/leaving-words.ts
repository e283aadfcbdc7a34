import { msg, str } from '@lit/localize';
import type { UnderWay } from '../../../server/api/contract/account-endpoints.ts';

/** What goes with an account, what stays, and what is to be done before; a sentence each. */
export interface LeavingWords {
  /** The account can't go as long as there is one. */
  readonly before: readonly string[];
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

/** Of an account of which this is under way. */
export function leavingWords(of: UnderWay): LeavingWords {
  return {
    before: [
      ...(of.lastAdmin ? [msg('Die Rolle Leitung muss zuerst jemand anderes bekommen.')] : []),
      ...(of.runningClasses > 0
        ? [
            of.runningClasses === 1
              ? msg('Eine Klasse läuft noch. Sie muss zuerst beendet werden.')
              : msg(str`${of.runningClasses} Klassen laufen noch. Sie müssen zuerst beendet werden.`),
          ]
        : []),
    ],
    goes: [
      msg('Name, E-Mail-Adresse, Passwort und alle Anmeldungen, sofort'),
      ...(of.endedClasses > 0
        ? [
            msg(
              str`beendete Klassen mit Namen und Arbeiten der Kinder: ${of.endedClasses}. Speichern Sie vorher, was Sie brauchen`,
            ),
          ]
        : []),
      ...(of.openInvitations > 0
        ? [msg(str`Einladungslinks, die noch niemand benutzt hat: ${of.openInvitations}`)]
        : []),
    ],
    stays: [
      msg('was getan wurde, als „gelöschtes Konto“'),
      of.openLoans > 0
        ? msg(
            str`der Kontakt in Leihen, bis deren Frist um ist. Noch nicht abgeschlossen: ${of.openLoans}. Nennen Sie dem Verein eine andere Person`,
          )
        : msg('der Kontakt in Leihen, bis deren Frist um ist'),
    ],
  };
}
