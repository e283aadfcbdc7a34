import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import {
  addTeacher,
  type SpawnedServer,
  setUpStaff,
  spawnServer,
  staffMember,
  teacher,
} from '../support/server.ts';
import { AssociationPage } from './support/association-page.ts';
import { type LentKit, lentKits } from './support/lent-kits.ts';
import { TeacherPage } from './support/teacher-page.ts';

describe('feeds for one’s own calendar', () => {
  let server: SpawnedServer;
  let browser: Browser;
  let staff: ApiClient;
  let vera: AssociationPage;
  let schoolIds: string[];
  let assetIds: string[];
  let loans: LentKit[];
  beforeAll(async () => {
    ensurePage();
    server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
    staff = await setUpStaff(server);
    const { schoolId } = await addTeacher(server, staff);
    const other = await staff.call('addSchool', {}, { name: 'Nachbarschule', city: 'Worms' });
    schoolIds = [schoolId, other.id];
    const own = await lentKits(staff, schoolId, { kits: 1, times: [[0, 7, 12]] });
    const theirs = await lentKits(staff, other.id, { kits: 1, times: [[0, 7, 12]] });
    assetIds = [...own.assetIds, ...theirs.assetIds];
    loans = [...own.loans, ...theirs.loans];
    browser = await launchBrowser();
    vera = await AssociationPage.signIn(browser, server.url, staffMember, 'calendar');
  });
  afterAll(async () => {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  });

  const addressOn = async (page: AssociationPage['page']): Promise<string> => {
    await page.click(marked('feed'));
    const field = page.locator(`${marked('feed-dialog')} sb-copy-text input`);
    await field.waitFor();
    return field.inputValue();
  };
  /** Numbers of the loans that a feed shows. */
  const shown = async (url: string): Promise<string[]> => {
    const response = await fetch(server.url + new URL(url).pathname);
    if (!response.ok) return [`${response.status}`];
    const text = (await response.text()).replace(/\r\n /g, '');
    return [...text.matchAll(/^SUMMARY:.*\(([\d-]+)\)/gm)].map(([, number]) => number ?? '');
  };

  it('a school’s page gives that of the school', async () => {
    await vera.go(`schools/${schoolIds[1]}`);
    await vera.page.waitForSelector(marked('school-detail'));
    expect(await shown(await addressOn(vera.page))).toEqual([loans[1]?.number]);
    await vera.page.keyboard.press('Escape');
  });

  it('a kit’s page gives that of the kit', async () => {
    await vera.go(`assets/${assetIds[0]}`);
    expect(await shown(await addressOn(vera.page))).toEqual([loans[0]?.number]);
    await vera.page.keyboard.press('Escape');
  });

  it('a teacher gets that of the own school, and nothing to renew', async () => {
    const { page, watched } = await TeacherPage.signIn(browser, server.url, teacher, {
      path: '/teacher#loans',
    });
    expect(await shown(await addressOn(page))).toEqual([loans[0]?.number]);
    expect(await page.locator(marked('feed-renew')).count()).toBe(0);
    expect(watched.complaints.filter((line) => !line.includes('401'))).toEqual([]);
    await page.context().close();
  });

  it('new addresses end all of them, once that is said twice', async () => {
    const { url: schools } = await staff.call('feeds', {}, { schoolId: schoolIds[0] ?? '' });
    // Only the calendar's own complaints are this test's.
    vera.watched.complaints.length = 0;
    await vera.go('calendar');
    const old = await addressOn(vera.page);
    expect((await shown(old)).sort()).toEqual(loans.map(({ number }) => number));
    await vera.page.click(marked('feed-renew'));
    expect((await shown(old)).length).toBe(2);
    await vera.page.click(marked('feed-renew-go'));
    await vera.page.waitForSelector(marked('feed-renewed'));
    expect([await shown(old), await shown(schools)]).toEqual([['404'], ['404']]);
    const field = vera.page.locator(`${marked('feed-dialog')} sb-copy-text input`);
    expect(await shown(await field.inputValue())).toHaveLength(2);
    expect(vera.watched.complaints).toEqual([]);
  });
});
