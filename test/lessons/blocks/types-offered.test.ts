import { describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { blockTypes } from '../../../lessons/blocks/block-types.ts';
import { basicPartFamilies } from '../../../lessons/blocks/families.ts';
import { morePartFamilies } from '../../../lessons/blocks/more-parts.ts';
import { partTypeOf, typesOffered } from '../../../lessons/blocks/types-offered.ts';

const one = (type: string): Wiring => ({ parts: [{ id: 'one', type, pins: {} }] });

describe('the blocks of the toolbox', () => {
  it('are those of the lesson, in the order of the language', () => {
    expect(typesOffered(['steckbrett_wait', 'steckbrett_start', 'nonsense'], false, camJamEduKit)).toEqual([
      'steckbrett_start',
      'steckbrett_wait',
    ]);
  });

  it('are, when all are asked for, the basics and those of the wired parts', () => {
    const offered = typesOffered(['steckbrett_start'], true, camJamEduKit);
    expect(offered).toEqual(
      expect.arrayContaining([
        'steckbrett_forever',
        'math_number',
        'lists_create_with',
        'procedures_defnoreturn',
        'steckbrett_led_brightness',
        'steckbrett_when_button',
        'steckbrett_buzzer_beep',
      ]),
    );
    expect(offered.filter((type) => /servo|motor|strip|rgb|pin_|lcd|sense|colour/.test(type))).toEqual([]);
  });

  it('keep what the lesson offers, even for a part that is not wired', () => {
    expect(typesOffered(['steckbrett_servo_turn'], true, camJamEduKit)).toContain('steckbrett_servo_turn');
  });

  it('hold the network only where the lesson does', () => {
    const peers = (lesson: string[]) =>
      typesOffered(lesson, true, camJamEduKit).filter((type) => type.includes('peer'));
    expect(peers(['steckbrett_start'])).toEqual([]);
    expect(peers(['steckbrett_peer_send'])).toHaveLength(5);
  });

  it('hold colours where a part shows colours', () => {
    expect(typesOffered([], true, one('strip'))).toContain('steckbrett_colour_mix');
    expect(typesOffered([], true, one('servo'))).not.toContain('steckbrett_colour_mix');
  });

  it.each([...partCatalog.keys()])('hold the blocks of a wired %s', (type) => {
    const own = typesOffered([], true, one(type)).filter((block) => partTypeOf(block) === type);
    expect(own.length).toBeGreaterThan(0);
  });

  it('know the part of each block of the families', () => {
    for (const { part, blocks } of [...basicPartFamilies, ...morePartFamilies])
      for (const { type } of blocks) expect([type, partTypeOf(type)]).toEqual([type, part]);
    expect(partTypeOf('steckbrett_when_button')).toBe('button');
  });

  it('take nothing else for a block of a part', () => {
    const basics = blockTypes.filter((type) => !type.startsWith('steckbrett_'));
    expect(basics.filter((type) => partTypeOf(type))).toEqual([]);
  });
});
