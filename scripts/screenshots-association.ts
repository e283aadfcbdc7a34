import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RunningDemo } from '../provisioning/demo/demo.ts';
import { demoStaff } from '../provisioning/demo/people.ts';
import { AssociationPage } from '../test/e2e/support/association-page.ts';
import { marked, openPage } from '../test/support/browser.ts';

const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
type Language = 'de' | 'en';

/**
 * The pictures of a volunteer's Friday in `docs/tour.md`, from the demo's association: the teacher's request that waits
 * there is reserved, packed and handed over.
 *
 * @param folder where the pictures go, in its folder `association`.
 */
export async function photographAssociation(
  browser: Browser,
  demo: RunningDemo,
  folder: string,
  language: Language,
): Promise<void> {
  const images = join(folder, 'association');
  mkdirSync(images, { recursive: true });
  const origin = `http://localhost:${demo.server.port}`;
  const shoot = async (page: Page, name: string) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(images, `${name}-${language}.png`) });
    console.log(`docs/images/association/${name}-${language}.png`);
  };
  const staff = await AssociationPage.signIn(browser, origin, demoStaff, 'dashboard', {
    language,
    ...laptop,
  });
  const { page } = staff;
  await shoot(page, 'dashboard');
  for (const [part, shows, name] of [
    ['assets', 'asset-row', 'kits'],
    ['schools', 'school-row', 'schools'],
    ['calendar', 'board', 'calendar'],
  ] as const) {
    await staff.go(part);
    await page.locator(marked(shows)).first().waitFor();
    if (part !== 'calendar') await page.locator(marked(shows)).first().click();
    await shoot(page, name);
  }
  await staff.go('loans');
  await page
    .locator(`${marked('loan-row')}[data-state="requested"]`)
    .first()
    .click();
  await page.waitForSelector(marked('phase-requested'));
  await staff.next('reserve');
  await page
    .locator(`${marked('candidate')}[aria-pressed="true"]`)
    .first()
    .waitFor();
  await shoot(page, 'reserve');
  await page.click(marked('reserve-go'));
  await staff.sees('reserved');
  await staff.next('pack');
  const items = page.locator(marked('pack-item'));
  await items.first().waitFor();
  const codes = await items.evaluateAll((all) => all.map((one) => one.getAttribute('data-code') ?? ''));
  for (const code of codes.slice(0, -1)) {
    await staff.scan(code);
    await page.waitForSelector(`${marked('pack-item')}[data-code="${code}"][aria-pressed="true"]`);
  }
  await page.setViewportSize(phone);
  await shoot(page, 'pack');
  await page.setViewportSize(laptop);
  await staff.scan(codes.at(-1) ?? '');
  await staff.sees('packed');
  await page.click(marked('pack-done'));
  await staff.draw('sign-association', 'Alex Vereinsbüro');
  await staff.draw('sign-school', 'Sam Beispiel');
  await shoot(page, 'hand-over');
  const finder = await openPage(browser, { language, ...phone });
  await finder.page.goto(`${origin}/t/P7`);
  await finder.page.locator('sb-thing-app h1').first().waitFor();
  await shoot(finder.page, 'found');
  await Promise.all([page, finder.page].map((one) => one.context().close()));
}
