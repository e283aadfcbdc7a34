import { endpoints, fileEndpoints } from '../../api/contract/endpoints.ts';
import type { ImpactQuery } from '../../api/contract/lending/reports.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import { dashboard } from './dashboard.ts';
import { impactCsv } from './impact-csv.ts';
import { impactPdf } from './impact-pdf.ts';
import { readImpact, reportMunicipalities, reportYears } from './report.ts';
import { type ReportLanguage, type ReportWords, reportWords } from './report-words.ts';
import { sponsorPage } from './sponsor-page.ts';

/** Puts the endpoints of dashboard, impact and sponsors' pages into service. */
export async function mountReports(context: LendingContext): Promise<void> {
  const { mount, db, now } = context;
  const title = (language: ReportLanguage) => (lessonId: string) =>
    context.lessonTitle(lessonId, language) ?? lessonId;

  mount.endpoint(endpoints.dashboard, () => dashboard(context));
  mount.endpoint(endpoints.impact, async ({ body }) => ({
    impact: await readImpact(db, body, now()),
    years: await reportYears(db, body.schoolYear ?? false, now()),
    municipalities: await reportMunicipalities(db),
  }));
  mount.endpoint(endpoints.sponsorPage, ({ params }) => sponsorPage(context, params.token));

  mount.file(fileEndpoints.impactPdf, async ({ body: { language, ...query } }) => {
    const words = reportWords[language];
    return {
      type: 'application/pdf',
      name: `${words.title} ${yearName(query, words).replace('/', '-')}.pdf`,
      inline: true,
      bytes: await impactPdf({
        impact: await readImpact(db, query, now()),
        association: (await readSettings(db)).settings.association.name,
        title: yearName(query, words),
        scope: await scopeOf(db, query, words),
        language,
        lessonTitle: title(language),
        at: now(),
      }),
    };
  });
  mount.file(fileEndpoints.impactCsv, async ({ body: { separator, language, ...query } }) => {
    const words = reportWords[language];
    const name = `${words.title} ${yearName(query, words)}`;
    return {
      type: 'text/csv; charset=utf-8',
      name: `${name.replaceAll(/[ /]/g, '-').toLowerCase()}.csv`,
      bytes: impactCsv(await readImpact(db, query, now()), separator, { words, title: title(language) }),
    };
  });
}

/** `2026` or `Schuljahr 2026/27`. */
function yearName({ year, schoolYear }: ImpactQuery, words: ReportWords): string {
  return schoolYear
    ? `${words.schoolYear} ${year}/${String((year + 1) % 100).padStart(2, '0')}`
    : String(year);
}

async function scopeOf(
  db: LendingDatabase,
  { sponsorId, municipality }: ImpactQuery,
  words: ReportWords,
): Promise<string> {
  const sponsor = sponsorId
    ? await db.selectFrom('sponsor').select('name').where('id', '=', sponsorId).executeTakeFirst()
    : undefined;
  return [sponsor && words.sponsored(sponsor.name), municipality].filter(Boolean).join(' · ');
}
