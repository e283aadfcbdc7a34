import { describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { materialsOf } from '../../../lessons/circuit/materials.ts';
import { partsInUse } from '../../../lessons/circuit/parts-in-use.ts';
import { ohmsText, ringWords } from '../../../lessons/circuit/resistors.ts';
import { partGuides } from '../../../lessons/parts/index.ts';

const german = (wiring: Wiring) => materialsOf(wiring).map(({ count, name }) => `${count} × ${name.de}`);

describe('the materials of a wiring', () => {
  it('are counted, resistors with their rings and wires with their ends', () => {
    expect(german(camJamEduKit)).toEqual([
      '1 × Raspberry Pi mit Netzteil',
      '1 × Steckbrett mit 30 Reihen',
      '1 × rote LED',
      '1 × gelbe LED',
      '1 × grüne LED',
      '1 × Taster',
      '1 × Summer',
      '3 × Widerstand 330 Ω (orange-orange-braun)',
      '6 × Kabel Buchse–Stecker',
      '3 × Kabel Stecker–Stecker',
    ]);
  });

  it('are English as well', () => {
    const names = materialsOf(partGuides.get('climate')!.wiring).map(
      ({ count, name }) => `${count} × ${name.en}`,
    );
    expect(names).toEqual([
      '1 × Raspberry Pi with its power supply',
      '1 × weather sensor',
      '4 × jumper wire, female to female',
    ]);
  });

  it('count two of a kind as two of one thing', () => {
    const button = (id: string, signal: number) => ({ id, type: 'button', pins: { signal } });
    expect(german({ parts: [button('left', 5), button('right', 6)] })).toContain('2 × Taster');
  });

  it.each([
    [330, '330 Ω', 'orange-orange-braun'],
    [470, '470 Ω', 'gelb-violett-braun'],
    [10_000, '10 kΩ', 'braun-schwarz-orange'],
  ])('know the rings of a resistor of %i Ω', (ohms, text, rings) => {
    expect([ohmsText(ohms), ringWords(ohms).de]).toEqual([text, rings]);
  });
});

describe('the parts that a lesson speaks of', () => {
  const ids = (...told: unknown[]) => partsInUse(camJamEduKit, told).parts.map(({ id }) => id);

  it('are those that programs and goals name', () => {
    const blocks = { type: 'steckbrett_led_set', fields: { PART: 'red' } };
    expect(ids(blocks, { kind: 'reached', is: { 'green.brightness': 50 } })).toEqual(['red', 'green']);
  });

  it('are those that texts name, in either language', () => {
    expect(ids('<p>Nimm die gelbe LED und den <strong>Summer</strong> dazu.</p>')).toEqual([
      'amber',
      'buzzer',
    ]);
    expect(ids('<p>Take the amber LED and the buzzer as well.</p>')).toEqual(['amber', 'buzzer']);
  });

  it('are all, if none is spoken of', () => {
    expect(ids('Hallo')).toHaveLength(camJamEduKit.parts.length);
  });
});
