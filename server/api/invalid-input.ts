import type * as z from 'zod/mini';
import { problem } from '../../device/contract/problem.ts';
import { HttpProblem } from './http-problem.ts';

/** Fields that people fill in themselves, and what to tell them. */
const sentences: Readonly<Record<string, readonly [de: string, en: string]>> = {
  nickname: [
    'Dein Name darf 1 bis 24 Zeichen lang sein: Buchstaben, Ziffern, Leerzeichen, Punkt und Bindestrich.',
    'Your name can be 1 to 24 characters long: letters, digits, spaces, full stops and hyphens.',
  ],
  code: [
    'So sieht kein Klassencode aus. Schau noch einmal auf die Tafel.',
    'That is not what a class code looks like. Have another look at the front of the room.',
  ],
  name: [
    'Bitte geben Sie einen Namen ein, der nicht zu lang ist.',
    'Please enter a name that is not too long.',
  ],
  email: ['Bitte geben Sie eine vollständige E-Mail-Adresse ein.', 'Please enter a complete e-mail address.'],
  password: ['Das Passwort braucht 10 bis 128 Zeichen.', 'The password needs 10 to 128 characters.'],
  city: ['Der Ort darf höchstens 80 Zeichen lang sein.', 'The town can be at most 80 characters long.'],
};

/** The refusal of input that does not fit the contract: `nickname-invalid` for a field people know, else `request-invalid`. */
export function invalidInput(error: z.core.$ZodError): HttpProblem {
  const detail = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  const field = error.issues.map(({ path }) => String(path[0])).find((name) => name in sentences);
  const sentence = field === undefined ? undefined : sentences[field];
  if (field !== undefined && sentence) {
    return new HttpProblem(400, problem(`${field}-invalid`, ...sentence, detail));
  }
  return new HttpProblem(
    400,
    problem(
      'request-invalid',
      'Der Server hat diese Anfrage nicht verstanden. Bitte laden Sie die Seite neu.',
      'The server did not understand this request. Please reload the page.',
      detail,
    ),
  );
}
