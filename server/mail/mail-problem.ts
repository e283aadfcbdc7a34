import { type Problem, problem } from '../../device/contract/problem.ts';

/** What a mail server's refusal means for whoever wanted to send; its own words come along as detail. */
export function mailProblem(thrown: unknown, to: string): Problem {
  const { code, responseCode, message } = facts(thrown);
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 530) {
    return problem(
      'mail-sign-in-refused',
      'Der Mailserver nimmt das Passwort nicht an. Bitten Sie, wer den Server betreut, SMTP_URL zu prüfen. Es wurde nichts gesendet.',
      'The mail server refuses the password. Please ask whoever runs the server to check SMTP_URL. Nothing was sent.',
      message,
    );
  }
  if (code === 'EENVELOPE' || (responseCode !== null && responseCode >= 550 && responseCode <= 553)) {
    return problem(
      'mail-address-refused',
      `Der Mailserver nimmt die Adresse ${to} nicht an. Bitte prüfen Sie die Adresse. Es wurde nichts gesendet.`,
      `The mail server refuses the address ${to}. Please check the address. Nothing was sent.`,
      message,
    );
  }
  if (code !== null && unreachable.has(code)) {
    return problem(
      'mail-server-away',
      'Der Mailserver ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal. Es wurde nichts gesendet.',
      'The mail server can’t be reached at the moment. Please try again later. Nothing was sent.',
      message,
    );
  }
  return problem(
    'mail-refused',
    'Der Mailserver hat die Nachricht nicht angenommen. Bitte versuchen Sie es später noch einmal.',
    'The mail server did not take the message. Please try again later.',
    message,
  );
}

/** What a letter that was not sent is answered with: what is wrong with its address, whoever wrote it can mend. */
export function mailStatus({ code }: Problem): 422 | 502 {
  return code === 'mail-no-address' || code === 'mail-address-refused' ? 422 : 502;
}

const unreachable = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'ENOTFOUND',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
]);

function facts(thrown: unknown): { code: string | null; responseCode: number | null; message: string } {
  if (!(thrown instanceof Error)) return { code: null, responseCode: null, message: String(thrown) };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
  const responseCode =
    'responseCode' in thrown && typeof thrown.responseCode === 'number' ? thrown.responseCode : null;
  return { code, responseCode, message: thrown.message };
}

/** For a letter to nobody, or to something that is no single address. */
export function noAddress(to: string): Problem {
  return problem(
    'mail-no-address',
    to === ''
      ? 'Es ist keine E-Mail-Adresse eingetragen. Tragen Sie beim Kontakt der Leihe eine ein.'
      : `„${to}“ ist keine E-Mail-Adresse. Bitte prüfen Sie sie.`,
    to === ''
      ? 'There is no e-mail address. Enter one with the contact of the loan.'
      : `“${to}” is no e-mail address. Please check it.`,
  );
}

/** No mail is set up on this server. */
export function noMail(): Problem {
  return problem(
    'mail-not-set-up',
    'Auf diesem Server ist kein Mailversand eingerichtet. Wer den Server betreut, kann SMTP_URL setzen.',
    'Mail is not set up on this server. Whoever runs it can set SMTP_URL.',
  );
}
