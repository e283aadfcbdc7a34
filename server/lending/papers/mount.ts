import { endpoints, fileEndpoints } from '../../api/contract/endpoints.ts';
import type { PaperTemplate } from '../../api/contract/lending/papers.ts';
import { HttpProblem, refusal } from '../../api/http-problem.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { loanUnknown, maySee } from '../loans/rights.ts';
import { personLines } from '../people.ts';
import { readSettings } from '../settings/settings-store.ts';
import { defaultTemplates } from './default-templates.ts';
import { englishTitle } from './english-title.ts';
import { gatherPaper } from './gather-paper.ts';
import { HandOverMail } from './hand-over-mail.ts';
import { mailPapers } from './mail-papers.ts';
import { paperPdf, paperTitle } from './pdf/paper-pdf.ts';
import { samplePaper } from './sample-paper.ts';
import { paperUnknown, readPaper } from './stored-paper.ts';
import { readTemplate, type StoredTemplate, writeTemplate } from './template-store.ts';
import { allPaperPlaces, paperTextProblem } from './template-text.ts';

const kinds = ['agreement', 'issue', 'return'] as const;
const unsigned = { association: null, school: null } as const;

/** Puts the endpoints of agreement and records, their texts and mail into service. */
export async function mountPapers(context: LendingContext, mailer: Mailer | null): Promise<void> {
  mountTemplates(context);
  mountFiles(context);
  const { db, mount } = context;

  mount.endpoint(endpoints.mailPaper, async ({ params, body, person }) => {
    const paper = await readPaper(db, params.paperId);
    return await mailPapers(context, mailer, { papers: [paper], to: body.to, by: person.id });
  });
  if (mailer) new HandOverMail(context, mailer).start();
}

function mountTemplates({ db, mount, now, newId, events }: LendingContext): void {
  const view = async (template: StoredTemplate): Promise<PaperTemplate> => {
    const people = await personLines(db, [template.changed_by]);
    return {
      kind: template.kind,
      text: template.text,
      version: template.version,
      changedAt: template.changed_at,
      changedBy: people.get(template.changed_by ?? '') ?? null,
      places: [...allPaperPlaces],
      defaultText: defaultTemplates[template.kind],
    };
  };

  mount.endpoint(endpoints.paperTemplates, async () => {
    const templates: PaperTemplate[] = [];
    for (const kind of kinds) templates.push(await view(await readTemplate(db, kind)));
    return { templates };
  });

  mount.endpoint(endpoints.savePaperTemplate, async ({ params: { kind }, body, person }) => {
    const wrong = paperTextProblem(body.text);
    if (wrong) throw new HttpProblem(422, wrong);
    await db.transaction().execute(async (trx) => {
      const at = now();
      if (!(await writeTemplate(trx, { kind, ...body, at, by: person.id }))) throw changedMeanwhile();
      const title = paperTitle({ kind, loanKind: 'loan' });
      await record(trx, {
        id: newId(),
        at,
        by: person.id,
        kind: 'template.changed',
        de: `Text „${title}“ geändert`,
        en: `Text “${englishTitle({ kind, loanKind: 'loan' })}” changed`,
        facts: { paper: kind, version: body.version + 1 },
      });
    });
    events.emit('changed', 'settings', kind);
    return view(await readTemplate(db, kind));
  });

  mount.endpoint(endpoints.previewPaperTemplate, async ({ params: { kind }, body }) => {
    const wrong = paperTextProblem(body.text);
    if (wrong) throw new HttpProblem(422, wrong);
    const { association } = (await readSettings(db)).settings;
    const content = samplePaper(kind, {
      template: body.text,
      loanKind: body.donation ? 'donation' : 'loan',
      association,
      now: now(),
    });
    const { pdf, pages } = await paperPdf(content, unsigned, { draft: true, preview: true });
    return { pages: pages.map((marks) => [...marks]), pdf: pdf.toString('base64') };
  });
}

function mountFiles({ db, mount, now }: LendingContext): void {
  mount.file(fileEndpoints.paper, async ({ params, person }) => {
    const paper = await readPaper(db, params.paperId);
    // Who may not see it does not learn that there is one.
    if (!maySee(person, { school_id: paper.schoolId })) throw paperUnknown();
    return { type: 'application/pdf', name: paper.fileName, bytes: paper.pdf, inline: true };
  });

  mount.file(fileEndpoints.paperPreview, async ({ params: { loanId, kind }, person }) => {
    const loan = await db
      .selectFrom('loan')
      .select(['school_id', 'kind'])
      .where('id', '=', loanId)
      .executeTakeFirst();
    if (!loan || !maySee(person, loan)) throw loanUnknown();
    if (kind === 'return' && loan.kind === 'donation') throw donationStays();
    const gathered = await gatherPaper(db, { loanId, kind, remarks: '', now: now() });
    if (!gathered) throw loanUnknown();
    const { content } = gathered;
    const { pdf } = await paperPdf(content, unsigned, { draft: true });
    const name = `Entwurf ${paperTitle(content)} ${content.number}.pdf`;
    return { type: 'application/pdf', name, bytes: pdf, inline: true };
  });
}

function donationStays(): HttpProblem {
  return refusal(
    409,
    'donation-stays',
    'Eine Spende kommt nicht zurück und hat kein Rückgabeprotokoll. Öffnen Sie den Schenkungsvertrag oder das Übergabeprotokoll.',
    'A donation does not come back and has no record of its return. Open the deed of gift or the record of the hand-over.',
  );
}

function changedMeanwhile(): HttpProblem {
  return refusal(
    409,
    'template-changed',
    'Jemand hat den Text inzwischen geändert. Kopieren Sie Ihren, laden Sie neu und führen Sie beide zusammen.',
    'Somebody has changed the text in the meantime. Copy yours, reload, and bring both together.',
  );
}
