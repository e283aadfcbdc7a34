import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { oneLine } from '../../../server/mail/mail-address.ts';
import { smtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { refusalOf } from '../../support/school.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { type MailServer, startMailServer } from './papers-mail-server.ts';
import { textOf } from './papers-read-pdf.ts';

const signature = (name: string) => ({
  name,
  strokes: [
    [
      [10, 20],
      [300, 200],
    ],
  ] as [number, number][][],
});
const from = { name: 'Verein', email: 'leihe@verein.example' };

describe('letters', () => {
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
  });
  afterAll(() => mail.close());
  const letter = { to: 'a@schule.example', subject: 'Leihe', text: 'Guten Tag' };

  it('say what to do when the password is wrong, the address refused, the server away', async () => {
    const wrong = smtpMailer(mail.url('falsch'), null);
    expect(await refusalOf(wrong.send(letter, from))).toBe('mail-sign-in-refused');
    const right = smtpMailer(mail.url(), null);
    expect(await refusalOf(right.send({ ...letter, to: 'x@refused.example' }, from))).toBe(
      'mail-address-refused',
    );
    const away = smtpMailer('smtp://127.0.0.1:1', null);
    expect(await refusalOf(away.send(letter, from))).toBe('mail-server-away');
    expect(mail.received).toEqual([]);
  });

  it.each([
    '',
    'a',
    'a@b',
    'a@b.de, c@d.de',
    'a@b.de\r\nBcc: c@d.de',
    '<a@b.de>',
    'A <a@b.de>',
    'a@b.de;c@d.de',
  ])('go to one address only, not to %j', async (to) => {
    expect(await refusalOf(smtpMailer(mail.url(), null).send({ ...letter, to }, from))).toBe(
      'mail-no-address',
    );
  });

  it('have no header but ours, whatever subject, names and files are called', async () => {
    const evil = 'x\r\nBcc: evil@evil.example\r\n\r\nbody';
    await smtpMailer(mail.url(), null).send(
      {
        ...letter,
        subject: evil,
        attachments: [{ name: `${evil}.pdf`, type: 'application/pdf', bytes: Buffer.from('%PDF') }],
      },
      { name: evil, email: from.email },
    );
    const [got] = await mail.letters(1);
    expect(got?.to).toEqual(['a@schule.example']);
    expect(got?.raw).not.toMatch(/^bcc:/im);
    expect(oneLine(evil)).toBe('x Bcc: evil@evil.example body');
  });
});

describe('papers of a loan', () => {
  let server: TestServer;
  let mail: MailServer;
  let staff: ApiClient;
  let teacher: ApiClient;
  let schoolId: string;
  beforeAll(async () => {
    mail = await startMailServer();
    server = await startTestServer({
      environment: { SMTP_URL: mail.url(), MAIL_FROM: 'Verein <leihe@verein.example>' },
    });
    staff = await setUpStaff(server);
    ({ client: teacher, schoolId } = await addTeacher(server, staff));
  });
  afterAll(async () => {
    await server.stop();
    await mail.close();
  });

  /** Lends a new kit with a Pi in it as far as `out`. */
  async function handOver(contactEmail: string): Promise<Loan> {
    const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Kit', copies: 1 });
    const kit = assets[0]!;
    await staff.call('addAssets', {}, { kind: 'part', name: 'Servo', copies: 1, parentId: kit.id });
    const startsAt = Date.now();
    const asked = await staff.call(
      'addLoan',
      {},
      {
        kind: 'loan',
        schoolId,
        startsAt,
        endsAt: startsAt + 14 * 86_400_000,
        pupils: 20,
        lessons: [],
        wish: '',
        note: '',
        contactName: 'Theo Lehrer',
        contactEmail,
        contactPhone: '',
      },
    );
    const loanId = asked.id;
    const reserved = await staff.call(
      'reserveLoan',
      { loanId },
      { version: asked.version, assetIds: [kit.id] },
    );
    let packed = reserved;
    for (const { asset } of reserved.itemList) {
      packed = await staff.call('packItem', { loanId }, { code: asset.code, packed: true });
    }
    return staff.call(
      'handOverLoan',
      { loanId },
      {
        version: packed.version,
        requestId: `request-${loanId}`,
        withoutUnpacked: false,
        remarks: 'Netzteil im Deckel',
        signatures: { association: signature('Vera Verein'), school: signature('Theo Lehrer') },
      },
    );
  }
  const template = async () =>
    (await staff.call('paperTemplates', {}, {})).templates.find(({ kind }) => kind === 'agreement')!;

  it('are frozen with their signatures at the hand-over, and mailed to the contact', async () => {
    const loan = await handOver('theo@schule.example');
    expect(loan.papers.map(({ kind, signed }) => [kind, signed])).toEqual([
      ['agreement', true],
      ['issue', true],
    ]);
    const [letter] = await mail.letters(1);
    expect([letter?.from, letter?.to]).toEqual(['leihe@verein.example', ['theo@schule.example']]);
    expect(letter?.raw.match(/application\/pdf/g)).toHaveLength(2);
    const paperId = loan.papers[1]!.id;
    const { type, bytes } = await teacher.file('paper', { paperId }, {});
    expect(type).toBe('application/pdf');
    expect(textOf(bytes)).toMatch(/Übergabeprotokoll[\s\S]*Netzteil im Deckel[\s\S]*Theo Lehrer/);
  });

  it('stay as they were signed when the text or the settings change', async () => {
    const loan = await handOver('theo@schule.example');
    const paperId = loan.papers[0]!.id;
    const before = (await staff.file('paper', { paperId }, {})).bytes;
    const { version, text } = await template();
    await staff.call(
      'savePaperTemplate',
      { kind: 'agreement' },
      { version, text: `# Neuer Text\n\n${text}` },
    );
    expect((await staff.file('paper', { paperId }, {})).bytes.equals(before)).toBe(true);
    const draft = await staff.file('paperPreview', { loanId: loan.id, kind: 'agreement' }, {});
    expect(textOf(draft.bytes)).toMatch(/Neuer Text/);
    expect(textOf(draft.bytes)).toContain('Entwurf: ');
  });

  it('leave a hand-over as it is when the mail is refused, and say so in its history', async () => {
    const loan = await handOver('niemand@refused.example');
    expect(loan.state).toBe('out');
    await expect
      .poll(
        async () =>
          (await staff.call('history', {}, { loanId: loan.id })).entries
            .map((entry) => JSON.stringify(entry))
            .join(),
        { timeout: 20_000 },
      )
      .toContain('nicht gemailt: Der Mailserver nimmt die Adresse nicht an');
    const paperId = loan.papers[0]!.id;
    expect(await refusalOf(staff.call('mailPaper', { paperId }, { to: 'x@refused.example' }))).toBe(
      'mail-address-refused',
    );
    expect((await staff.call('mailPaper', { paperId }, { to: 'neu@schule.example' })).to).toBe(
      'neu@schule.example',
    );
  });

  it('of a donation are agreement and hand-over: it has no return to be recorded', async () => {
    const startsAt = Date.now();
    const gift = await staff.call(
      'addLoan',
      {},
      {
        ...{ kind: 'donation', schoolId, startsAt, endsAt: startsAt + 1, pupils: 20, lessons: [], wish: '' },
        ...{ note: '', contactName: 'Theo Lehrer', contactEmail: '', contactPhone: '' },
      },
    );
    const preview = (kind: 'agreement' | 'issue' | 'return') =>
      staff.file('paperPreview', { loanId: gift.id, kind }, {});
    expect(await refusalOf(preview('return'))).toBe('donation-stays');
    expect(textOf(Buffer.from((await preview('agreement')).bytes))).toContain('Schenkungsvertrag');
    expect(textOf(Buffer.from((await preview('issue')).bytes))).toContain('Übergabeprotokoll');
  });

  it('are seen by staff and the loan’s school alone', async () => {
    const loan = await handOver('theo@schule.example');
    const other = await staff.call('addSchool', {}, { name: 'Andere Schule', city: 'Trier' });
    const { url } = await staff.call('invite', {}, { role: 'teacher', schoolId: other.id });
    const { ApiClient } = await import('../../../provisioning/api-client.ts');
    const stranger = new ApiClient(server.url);
    const account = { name: 'Fremd', email: 'fremd@schule.example', password: 'noch-ein-passwort' };
    await stranger.call('acceptInvitation', { token: url.split('/').at(-1) ?? '' }, account);
    await stranger.signIn(account.email, account.password);
    const paperId = loan.papers[0]!.id;
    expect(await refusalOf(stranger.file('paper', { paperId }, {}))).toBe('paper-unknown');
    expect(await refusalOf(stranger.file('paperPreview', { loanId: loan.id, kind: 'issue' }, {}))).toBe(
      'loan-unknown',
    );
    expect(await refusalOf(stranger.call('mailPaper', { paperId }, { to: 'a@b.example' }))).toBe(
      'staff-only',
    );
  });

  it('take a text only with places that there are, and from who saw the newest', async () => {
    const { version } = await template();
    const save = (text: string, seen = version) =>
      staff.call('savePaperTemplate', { kind: 'agreement' }, { text, version: seen });
    expect(await refusalOf(save('{{schule.chef}}'))).toBe('place-unknown');
    expect((await save('# A')).version).toBe(version + 1);
    expect(await refusalOf(save('# B'))).toBe('template-changed');
    expect((await template()).changedBy?.name).toBe('Vera Verein');
  });

  it('can be looked at while they are written', async () => {
    const preview = (text: string) =>
      staff.call('previewPaperTemplate', { kind: 'return' }, { text, donation: false });
    const { pages, pdf } = await preview('# Probe {{leihe.nummer}}\n\n{{fehlliste}}');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.some((mark) => 'text' in mark && mark.text.startsWith('Probe 20'))).toBe(true);
    expect(Buffer.from(pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    expect(await refusalOf(preview('{{nichts}}'))).toBe('place-unknown');
  });

  it('follow settings that make sense, and one change at a time', async () => {
    const { mail: _, unsent: __, places: ___, version, ...settings } = await staff.call('settings', {}, {});
    const save = (change: object) => staff.call('saveSettings', {}, { ...settings, ...change, version });
    const reminders = { ...settings.reminders };
    expect(await refusalOf(save({ reminders: { ...reminders, escalationDays: 2 } }))).toBe('settings-days');
    expect(await refusalOf(save({ reminders: { ...reminders, automatic: true } }))).toBe(
      'settings-escalation',
    );
    expect(await refusalOf(save({ reminders: { ...reminders, escalationEmail: 'x' } }))).toBe(
      'settings-address',
    );
    const texts = { ...reminders.texts, due: { subject: '{{inhalt}}', text: '' } };
    expect(await refusalOf(save({ reminders: { ...reminders, texts } }))).toBe('place-unknown');
    expect((await save({ bufferDays: 4 })).bufferDays).toBe(4);
    expect(await refusalOf(save({ bufferDays: 5 }))).toBe('settings-changed');
    expect(await refusalOf(teacher.call('settings', {}, {}))).toBe('staff-only');
  });
});
