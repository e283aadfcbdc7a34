import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { Stage } from './support/pages/stage.ts';
import { World } from './support/world.ts';

const openData = [
  'id;name;zip;city;school_type;latitude;longitude;director',
  'RP-1;IGS Rheinblick;55116;Mainz;IGS;50.0037;8.2669;Dr. Geheim',
  'RP-2;Gymnasium am Dom;67547;Worms;GY;49.631;8.359;Dr. Geheim',
].join('\n');

const csv = (text: string) => ({ name: 'tabelle.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('the association’s schools', () => {
  let world: World;
  let stage: Stage;
  beforeAll(async () => {
    world = await World.start(0);
    stage = await Stage.set(world);
  });
  afterAll(() => world.stop());

  it('are looked up in the open data, seen on the map and given a contact', async () => {
    const page = await stage.at(stage.staff, '/association#schools', marked('school-row'));
    await page.click(marked('open-data'));
    await page.setInputFiles(marked('open-data-file'), csv(openData));
    await page.click(marked('open-data-go'));
    await page.locator(marked('open-data-known'), { hasText: '2' }).waitFor();
    await page.keyboard.press('Escape');

    for (const town of ['mainz', 'worms']) {
      await page.click(marked('add-school'));
      await page.fill(marked('open-school-search'), town);
      await page.locator(marked('take-open-school'), { hasText: new RegExp(town, 'i') }).click();
      await page
        .locator(`${marked('school-detail')} h2`, { hasText: town === 'mainz' ? 'IGS' : 'Dom' })
        .waitFor();
    }

    // Map and list choose each other; the map by the keyboard too.
    const dot = page.locator(`${marked('map-dot')}[aria-pressed="true"]`);
    await dot.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator(`${marked('school-detail')} h2`, { hasText: 'IGS Rheinblick' }).waitFor();
    await page
      .locator(`${marked('school-row')}[aria-current="true"]`, { hasText: 'IGS Rheinblick' })
      .waitFor();

    await page.click(marked('edit-school'));
    await page.click(marked('add-contact'));
    await page.fill(marked('contact-name'), 'Mia Muster');
    await page.click(marked('save-school'));
    await page.locator(marked('contact'), { hasText: 'Mia Muster' }).waitFor();
    const { schools } = await world.room.staff.call('schoolProfiles', {}, { text: 'rheinblick' });
    expect(schools).toMatchObject([{ openDataId: 'RP-1', contacts: [{ name: 'Mia Muster' }] }]);
    expect(await page.content()).not.toContain('Geheim');
    await page.close();
  });

  it('are told as doubles while they are written, invite teachers, and go again when nothing happened with them', async () => {
    const page = await stage.at(stage.staff, '/association#schools', marked('school-row'));
    await page.click(marked('add-school'));
    await page.fill(marked('add-school-name'), 'Bachschule');
    await page.fill(marked('add-school-zip'), '55411');
    await page.click(marked('add-school-go'));
    await page.locator(`${marked('school-detail')} h2`, { hasText: 'Bachschule' }).waitFor();

    await page.click(marked('add-school'));
    await page.fill(marked('add-school-name'), 'Bach-Schule');
    await page.fill(marked('add-school-zip'), '55411');
    await page.locator(marked('same-school'), { hasText: 'Bachschule' }).waitFor();
    expect(await page.locator(marked('add-school-go')).isDisabled()).toBe(true);
    await page.locator(`${marked('same-school')} a`).click();
    await page.locator(`${marked('school-detail')} h2`, { hasText: 'Bachschule' }).waitFor();

    await page.click(marked('school-invite'));
    await page.locator(marked('school-invite-link')).waitFor();
    await page.click(marked('remove-school'));
    await page.click(marked('remove-school-go'));
    await page.locator(marked('school-row'), { hasText: 'Bachschule' }).waitFor({ state: 'detached' });
    expect((await world.room.staff.call('schoolProfiles', {}, { text: 'bach' })).total).toBe(0);
    await page.close();
  });
});
