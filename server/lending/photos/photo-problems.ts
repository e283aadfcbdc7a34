import { type HttpProblem, refusal } from '../../api/http-problem.ts';

/** It is no JPEG, PNG or WebP, or only the beginning of one. */
export function notAPhoto(): HttpProblem {
  return refusal(
    415,
    'photo-unreadable',
    'Diese Datei ist kein Foto oder kam beschädigt an. Es gehen JPEG, PNG und WebP; bitte nehmen Sie ein anderes.',
    'This file is no photo, or it arrived damaged. JPEG, PNG and WebP work; please choose another one.',
  );
}

/** It would open as a picture of a size that browsers and phones choke on. */
export function photoTooWide(): HttpProblem {
  return refusal(
    415,
    'photo-too-wide',
    'Das Foto hat zu viele Bildpunkte: höchstens 10.000 je Seite und 50 Millionen im Ganzen. Bitte nehmen Sie ein kleineres.',
    'The photo has too many pixels: at most 10,000 a side and 50 million in all. Please choose a smaller one.',
  );
}
