import { type HttpProblem, refusal } from '../../api/http-problem.ts';

/** Refusals of things, each with what to do next. */

export function assetUnknown(): HttpProblem {
  return refusal(
    404,
    'asset-unknown',
    'Dieses Ding gibt es hier nicht. Laden Sie die Seite neu und suchen Sie es über seine Nummer.',
    'There is no such thing here. Reload the page and look for it by its number.',
  );
}

export function consumableUnknown(): HttpProblem {
  return refusal(
    404,
    'consumable-unknown',
    'Dieses Verbrauchsteil gibt es nicht. Laden Sie die Seite neu und wählen Sie eines aus der Liste.',
    'There is no such counted part. Reload the page and choose one from the list.',
  );
}

export function templateUnknown(): HttpProblem {
  return refusal(
    404,
    'template-unknown',
    'Diese Vorlage gibt es nicht. Laden Sie die Seite neu und wählen Sie eine aus der Liste.',
    'There is no such template. Reload the page and choose one from the list.',
  );
}

export function sponsorUnknown(): HttpProblem {
  return refusal(
    404,
    'sponsor-unknown',
    'Diesen Förderer gibt es nicht. Laden Sie die Seite neu und wählen Sie einen aus der Liste.',
    'There is no such sponsor. Reload the page and choose one from the list.',
  );
}

/** It is packed for a loan or out with one. @param code of the thing that is. */
export function assetOut(code: string, school: string | null): HttpProblem {
  const [de, en] = school ? [` an ${school}`, ` to ${school}`] : ['', ''];
  return refusal(
    409,
    'asset-out',
    school
      ? `${code} ist gerade${de} verliehen. Nehmen Sie es zuerst zurück.`
      : `${code} ist gerade für eine Leihe gepackt. Räumen Sie es dort zuerst aus.`,
    school
      ? `${code} is lent${en} right now. Take it back first.`
      : `${code} is packed for a loan right now. Unpack it there first.`,
  );
}

export function nameTaken(name: string): HttpProblem {
  return refusal(
    409,
    'name-taken',
    `„${name}“ gibt es schon. Wählen Sie einen anderen Namen oder ändern Sie den Eintrag, den es gibt.`,
    `“${name}” is there already. Choose another name, or change the entry that exists.`,
  );
}
