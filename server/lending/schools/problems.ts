import { refusal } from '../../api/http-problem.ts';

export function schoolUnknown() {
  return refusal(
    404,
    'school-unknown',
    'Diese Schule gibt es nicht. Bitte laden Sie die Seite neu und wählen Sie eine aus der Liste.',
    'There is no such school. Please reload the page and choose one from the list.',
  );
}

export function schoolExists({ name, city }: { readonly name: string; readonly city: string }) {
  const known = city === '' ? name : `${name}, ${city}`;
  return refusal(
    409,
    'school-exists',
    `Diese Schule gibt es hier schon: ${known}. Öffnen Sie sie in der Liste. Ist es doch eine andere, geben Sie Schulnummer oder Postleitzahl an.`,
    `This school is here already: ${known}. Open it in the list. If it is another one after all, give its school number or postcode.`,
  );
}

export function schoolInUse(name: string) {
  return refusal(
    409,
    'school-in-use',
    `„${name}“ hat Leihen, Konten, Pis oder Unterricht und bleibt deshalb. Löschen lässt sich nur eine Schule, mit der noch nichts war.`,
    `“${name}” has loans, accounts, Pis or lessons, so it stays. Only a school that nothing has happened with can be deleted.`,
  );
}
