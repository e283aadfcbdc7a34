import { describe, expect, it } from 'vitest';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { goalBlocks, goalEvents, goalSignals, momentParts } from '../../../lessons/goals/goal-parts.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { partEvents, partSignal } from '../../../lessons/goals/part-signals.ts';
import { knowsEvent, knowsSignal } from '../../../lessons/goals/signals.ts';
import { namedTypes, partName } from '../../../lessons/goals/words/part-names.ts';
import { wiring } from './evidence.ts';

describe('what a goal can ask of a part', () => {
  const types = [...partCatalog.values()];

  it.each(types)('$type: each of its values, with its type', ({ type, values, inputs }) => {
    const measured = Object.values(inputs).flatMap((input) => (input.type === 'number' ? [input.value] : []));
    for (const [name, value] of Object.entries(values)) {
      const signal = partSignal(type, name);
      expect([name, signal?.type]).toEqual([name, value.type]);
      if (measured.includes(name)) expect(signal?.input).toBe(true);
    }
  });

  it.each(types)('$type: each of its events, and its name', ({ type, events }) => {
    expect(partEvents(type)).toEqual(events);
    expect(namedTypes).toContain(type);
  });

  it.each(types)('$type: what commands make of its numbers', ({ type, commands }) => {
    for (const [command, { effects }] of Object.entries(commands)) {
      for (const [name, effect] of Object.entries(effects ?? {})) {
        const signal = partSignal(type, name);
        const valueAfter = (arg: number) =>
          signal?.follow({ kind: 'command', at: 0, stack: 0, part: 'it', command, args: [arg] });
        if (signal?.type !== 'number') continue;
        if ('to' in effect) expect(valueAfter(7)).toBe(effect.to);
        if ('arg' in effect) {
          expect(valueAfter(50)).toBe(50);
          expect(valueAfter(-9999)).toBe(effect.min);
          expect(valueAfter(9999)).toBe(effect.max);
        }
      }
    }
  });

  it('names no type that the kit has not', () => {
    expect([...namedTypes].sort()).toEqual(types.map(({ type }) => type).sort());
  });
});

describe('what a loader asks of a goal', () => {
  const check: GoalCheck = {
    kind: 'all',
    of: [
      { kind: 'pulses', part: 'red', times: 2, during: { button: 'on' } },
      { kind: 'reaction', when: { event: 'pir.moved' }, then: { 'song.hertz': 440 }, within: 1 },
      {
        kind: 'any',
        of: [
          { kind: 'follows', signal: 'arm.angle', source: 'radar.distance', tolerance: 1, span: 1 },
          { kind: 'prints', near: 'weather.pressure' },
        ],
      },
      { kind: 'uses', blocks: ['steckbrett_wait'], in: ['steckbrett_forever'] },
    ],
  };

  it('its signals, events and blocks', () => {
    expect(goalSignals(check)).toEqual([
      'red',
      'button',
      'song.hertz',
      'arm.angle',
      'radar.distance',
      'weather.pressure',
    ]);
    expect(goalEvents(check)).toEqual(['pir.moved']);
    expect(goalBlocks(check)).toEqual(['steckbrett_wait', 'steckbrett_forever']);
    expect(momentParts({ becomes: { 'radar.distance': 3, red: 'on' } })).toEqual(['radar', 'red']);
    expect(momentParts({ event: 'pir.moved' })).toEqual(['pir']);
    expect(momentParts({ key: 'a' })).toEqual([]);
  });

  it.each([
    ['red', true],
    ['red.brightness', true],
    ['red.hertz', false],
    ['radar.distance', true],
    ['radar', false],
    ['button', true],
    ['nobody', false],
    ['weather.temperature', true],
    ['red.constructor', false],
  ])('whether a signal is known: %s', (name, known) => {
    expect(knowsSignal(name, wiring)).toBe(known);
  });

  it.each([
    ['button.pressed', true],
    ['button.moved', false],
    ['nobody.pressed', false],
    ['radar.near', true],
  ])('whether an event is known: %s', (name, known) => {
    expect(knowsEvent(name, wiring)).toBe(known);
  });
});

describe('a part by its name', () => {
  it('is told apart from others of its kind', () => {
    const two = { parts: [...wiring.parts, { id: 'left', type: 'button', pins: { signal: 21 } }] };
    expect(partName('red', two).de).toBe('die rote LED');
    expect(partName('button', two)).toMatchObject({
      de: 'der Taster an GPIO 25',
      deWhom: 'den Taster an GPIO 25',
      en: 'the button at GPIO 25',
    });
    expect(partName('left', two).en).toBe('the button at GPIO 21');
    expect(partName('nobody', two).de).toBe('„nobody“');
  });
});
