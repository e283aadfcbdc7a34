import type { Settings } from '../../api/contract/lending/papers.ts';

/** What an association begins with; its own name and address are still to be entered. */
export const defaultSettings: Settings = {
  association: { name: '', address: '', zip: '', city: '', email: '', phone: '', representative: '' },
  bufferDays: 2,
  lifetimeYears: 5,
  reminders: {
    automatic: false,
    comingDueDays: 7,
    overdueDays: 3,
    escalationDays: 14,
    escalationEmail: '',
    texts: {
      'coming-due': {
        subject: 'Leihe {{leihe.nummer}}: Rückgabe am {{leihe.ende}}',
        text: 'Guten Tag {{schule.kontakt}},\n\nam {{leihe.ende}} endet die Leihe {{leihe.nummer}} ({{leihe.kits}}). Bitte prüfen Sie bis dahin, ob alles da ist, und sagen Sie uns, wenn Sie verlängern möchten.\n\nViele Grüße\n{{verein.name}}',
      },
      due: {
        subject: 'Leihe {{leihe.nummer}}: heute ist Rückgabe',
        text: 'Guten Tag {{schule.kontakt}},\n\nheute endet die Leihe {{leihe.nummer}} ({{leihe.kits}}). Wir freuen uns auf die Rückgabe wie verabredet.\n\nViele Grüße\n{{verein.name}}',
      },
      overdue: {
        subject: 'Leihe {{leihe.nummer}} ist seit {{leihe.tage}} Tagen fällig',
        text: 'Guten Tag {{schule.kontakt}},\n\ndie Leihe {{leihe.nummer}} ({{leihe.kits}}) war am {{leihe.ende}} fällig. Die nächste Schule wartet vielleicht schon. Bitte melden Sie sich, wann Sie zurückgeben können, oder ob Sie verlängern möchten.\n\nViele Grüße\n{{verein.name}}',
      },
      escalation: {
        subject:
          'Bitte klären: Leihe {{leihe.nummer}} an {{schule.name}} seit {{leihe.tage}} Tagen überfällig',
        text: 'Die Leihe {{leihe.nummer}} ({{leihe.kits}}) an {{schule.name}} war am {{leihe.ende}} fällig und ist noch nicht zurück. Kontakt dort: {{schule.kontakt}}, {{schule.telefon}}, {{schule.email}}.',
      },
    },
  },
};
