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

/** There is no such photo, or it is none of theirs: nobody learns which. */
export function photoUnknown(): HttpProblem {
  return refusal(
    404,
    'photo-unknown',
    'Dieses Foto gibt es nicht, oder es ist nicht für Sie.',
    'This photo does not exist, or it is not for you.',
  );
}

/** Teachers change what they took themselves. */
export function photoOfOthers(): HttpProblem {
  return refusal(
    403,
    'photo-of-others',
    'Dieses Foto hat jemand anderes gemacht. Bitten Sie den Verein, es zu ändern.',
    'Somebody else took this photo. Please ask the association to change it.',
  );
}

/** @param most so many are kept of one thing or one loan. */
export function photosTooMany(most: number): HttpProblem {
  return refusal(
    409,
    'photos-too-many',
    `Davon gibt es schon ${most} Fotos; mehr werden nicht behalten.`,
    `There are ${most} photos of this already; no more are kept.`,
  );
}
