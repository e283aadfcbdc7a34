import { endpoints, fileEndpoints } from '../../api/contract/endpoints.ts';
import { codesOfRuns, mostLabels } from '../../api/contract/lending/code-runs.ts';
import { labelsPerSheet } from '../../api/contract/lending/labels.ts';
import { refusal } from '../../api/http-problem.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { readLabelLanguage, writeLabelLanguage } from './label-language.ts';
import { labelTexts } from './label-texts.ts';
import { labelsPdf } from './labels-pdf.ts';
import { readSheet, readSheets, removeSheet, saveSheet } from './sheet-store.ts';
import { testPagePdf } from './test-page-pdf.ts';

/** Puts the endpoints of label sheets and labels into service. */
export async function mountLabels(context: LendingContext): Promise<void> {
  const { mount, db, config, addresses, now, newId, events } = context;
  const origin = () => config.publicUrl ?? addresses.web();

  mount.endpoint(endpoints.labelSheets, async () => ({
    sheets: await readSheets(db),
    origin: origin(),
    lasting: config.publicUrl !== null,
    language: await readLabelLanguage(db),
  }));
  mount.endpoint(endpoints.saveLabelLanguage, async ({ body: { language }, person }) => {
    await db.transaction().execute(async (trx) => {
      await writeLabelLanguage(trx, language);
      await record(trx, {
        id: newId(),
        at: now(),
        by: person.id,
        kind: 'label-language.saved',
        de: `Sprache der Etiketten: ${language}`,
        en: `Language of labels: ${language}`,
      });
    });
    events.emit('changed', 'settings', 'label-language');
    return {};
  });
  mount.endpoint(endpoints.saveLabelSheet, ({ body, person }) => saveSheet(context, person.id, body));
  mount.endpoint(endpoints.removeLabelSheet, async ({ params, person }) => {
    await removeSheet(context, person.id, params.sheetId);
    return {};
  });
  mount.endpoint(endpoints.notePrinted, async ({ body, person }) => {
    const ids = [...new Set(body.assetIds)];
    await db.transaction().execute(async (trx) => {
      const known = await trx.selectFrom('asset').select('id').where('id', 'in', ids).execute();
      const base = { at: now(), by: person.id, kind: 'asset.labelled' as const };
      await record(
        trx,
        ...known.map(({ id }) => ({
          ...base,
          id: newId(),
          assetId: id,
          de: 'Etikett gedruckt',
          en: 'Label printed',
        })),
      );
    });
    for (const id of ids) events.emit('changed', 'asset', id);
    return {};
  });

  mount.file(fileEndpoints.labels, async ({ body: { sheetId, codes: runs, start } }) => {
    const codes = codesOfRuns(runs);
    if (!codes) throw tooManyLabels();
    const sheet = await readSheet(db, sheetId);
    if (start > labelsPerSheet(sheet.geometry)) throw startBeyond(labelsPerSheet(sheet.geometry));
    const labels = await labelTexts(db, codes, origin(), await readLabelLanguage(db));
    return {
      type: 'application/pdf',
      name: 'Etiketten.pdf',
      bytes: await labelsPdf({ sheet, labels, start, origin: origin(), at: now() }),
      inline: true,
    };
  });
  mount.file(fileEndpoints.labelTestPage, async ({ body }) => {
    const sheet = await readSheet(db, body.sheetId);
    return {
      type: 'application/pdf',
      name: `Testseite ${sheet.name}.pdf`,
      bytes: await testPagePdf(sheet, now(), await readLabelLanguage(db)),
      inline: true,
    };
  });
}

function startBeyond(most: number) {
  return refusal(
    400,
    'start-beyond-sheet',
    `Auf diesem Bogen sind nur ${most} Etiketten. Wählen Sie als erstes eines von 1 bis ${most}.`,
    `There are only ${most} labels on this sheet. Choose one from 1 to ${most} as the first.`,
  );
}

function tooManyLabels() {
  return refusal(
    400,
    'too-many-labels',
    `Auf einmal werden höchstens ${mostLabels} Etiketten gedruckt. Wählen Sie weniger und drucken Sie den Rest danach.`,
    `At most ${mostLabels} labels are printed at once. Choose fewer, and print the rest afterwards.`,
  );
}
