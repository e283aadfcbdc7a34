import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { Stage } from './support/pages/stage.ts';
import { World } from './support/world.ts';

describe('the association’s settings', () => {
  let world: World;
  let stage: Stage;
  beforeAll(async () => {
    world = await World.start(0);
    stage = await Stage.set(world);
  });
  afterAll(() => world.stop());

  it('keep what is not saved over other pages and a reload, and save it', async () => {
    const page = await stage.at(stage.staff, '/association#settings', marked('settings-name'));
    await page.fill(marked('settings-name'), 'Codewerkstatt e. V.');
    await page.click(marked('nav-people'));
    await page.locator(marked('invite-go')).waitFor();
    await page.reload();
    await page.click(marked('nav-settings'));
    await page.locator(marked('settings-name')).waitFor();
    expect(await page.inputValue(marked('settings-name'))).toBe('Codewerkstatt e. V.');
    expect((await world.room.staff.call('settings', {}, {})).association.name).toBe('');
    await page.click(marked('settings-save'));
    await page.locator(marked('settings-state'), { hasText: 'Gespeichert' }).waitFor();
    expect((await world.room.staff.call('settings', {}, {})).association.name).toBe('Codewerkstatt e. V.');
    await page.close();
  });

  it('show a text as it will be on paper, refuse unknown places, and save', async () => {
    const page = await stage.at(stage.staff, '/association#settings/papers', marked('paper-page'));
    await page.fill(marked('paper-text'), '# Unser Vertrag {{schule.chef}}');
    await page.locator('sb-problem-note', { hasText: '{{schule.chef}}' }).first().waitFor();
    await page.fill(marked('paper-text'), '# Unser Vertrag {{leihe.nummer}}');
    await page.locator(`${marked('paper-page')} text`, { hasText: 'Unser Vertrag 20' }).waitFor();
    await page.click(marked('paper-save'));
    await page.locator(marked('paper-state'), { hasText: 'Fassung 1' }).waitFor();
    const { templates } = await world.room.staff.call('paperTemplates', {}, {});
    expect(templates[0]?.text).toBe('# Unser Vertrag {{leihe.nummer}}');
    await page.close();
  });
});
