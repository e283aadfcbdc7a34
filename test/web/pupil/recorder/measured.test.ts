import { describe, expect, it } from 'vitest';
import { camJamEduKit } from '../../../../device/contract/wiring.ts';
import { partCatalog } from '../../../../device/parts/catalog.ts';
import { lastChanges } from '../../../../web/pupil/recorder/changes-table.ts';
import { Lane } from '../../../../web/pupil/recorder/lane.ts';
import { changeInWords, laneInWords } from '../../../../web/pupil/recorder/lane-words.ts';
import { cursorReadings, periodInWords } from '../../../../web/pupil/recorder/measured.ts';
import { RunRecord } from '../../../../web/pupil/recorder/run-record.ts';
import { shownLanes, unitOfValue } from '../../../../web/pupil/recorder/shown-lanes.ts';
import { Words } from '../../../../web/pupil/recorder/words.ts';
import { laneOf, shown } from './lanes.ts';

const german = new Words('de');
const english = new Words('en');
const second = { from: 0, to: 1e6, length: 1e6, on: 0.5 };

describe('lengths, frequencies and shares', () => {
  it.each([
    [1e6, '1,0 s', '1.0 s'],
    [12_345_678, '12,3 s', '12.3 s'],
    [250e6, '250 s', '250 s'],
    [500_000, '500 ms', '500 ms'],
    [999_900, '1,0 s', '1.0 s'],
    [1500, '1,5 ms', '1.5 ms'],
    [80, '80 µs', '80 µs'],
  ])('%i µs is %s, in English %s', (us, de, en) => {
    expect([german.length(us), english.length(us)]).toEqual([de, en]);
  });

  it.each([
    [1, '1 Hz'],
    [0.5, '0,5 Hz'],
    [440, '440 Hz'],
    [1234, '1,23 kHz'],
  ])('%i in a second is %s', (hertz, text) => {
    expect(german.hertz(hertz)).toBe(text);
  });

  it('tell a moment as finely as is asked', () => {
    expect([1e6, 1e5, 1e3, 10].map((step) => german.moment(12_345_678, step))).toEqual([
      '12 s',
      '12,3 s',
      '12,346 s',
      '12,34568 s',
    ]);
  });
});

describe('what is measured', () => {
  it('by one cursor is its moment, by two the time between and how often that fits in a second', () => {
    expect(cursorReadings({ a: 1_234_000, b: null }, german)).toEqual([{ name: 'A', value: '1,234 s' }]);
    expect(cursorReadings({ a: 2e6, b: 1.5e6 }, german).map(({ value }) => value)).toEqual([
      '2,000 s',
      '1,500 s',
      '500 ms',
      '2 Hz',
    ]);
    expect(cursorReadings({ a: 5, b: 5 }, german).map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('of a period is its length, how often it fits in a second, and the share that counts', () => {
    const lane = laneOf([]);
    expect(periodInWords(second, shown(lane), german)).toBe('1,0 s · 1 Hz · 50 % an');
    expect(periodInWords({ ...second, on: 0.75 }, shown(lane, { levels: 'button' }), german)).toBe(
      '1,0 s · 1 Hz · 25 % gedrückt',
    );
    expect(periodInWords(second, shown(laneOf([], 'tick')), german)).toBe('1,0 s · 1 Hz');
  });
});

describe('a lane in words', () => {
  const beat = Array.from({ length: 10 }, (_, index) => [index * 500_000, index % 2]);

  it.each([
    ['that keeps time', shown(laneOf(beat)), 'rote LED, GPIO 18: an, wechselt alle 500 ms'],
    ['that stands', shown(laneOf([[0, 0]])), 'rote LED, GPIO 18: aus'],
    ['that pulses', shown(laneOf([[0, 0.25, 100]])), 'rote LED, GPIO 18: 25 %, 100 Hz'],
    [
      'of a button',
      shown(laneOf([[0, 0]]), { name: 'Taster', levels: 'button' }),
      'Taster, GPIO 18: gedrückt',
    ],
    [
      'of a number',
      shown(
        laneOf(
          [
            [0, 20],
            [5, 22.5],
          ],
          'number',
        ),
        { name: 'Wetter', detail: 'Temperatur', unit: '°C' },
      ),
      'Wetter, Temperatur: 22,5 °C, von 20 bis 22,5 °C',
    ],
  ])('%s', (_, lane, words) => {
    expect(laneInWords(lane, 5e6, [], german)).toBe(words);
  });

  it('stand in the table by their last changes, the newest first', () => {
    const rows = lastChanges(
      [shown(laneOf(beat)), shown(laneOf([[750_000, 7]], 'number'), { name: 'x' })],
      german,
      9,
    );
    expect(rows.length).toBe(9);
    expect(rows[0]).toEqual({ at: 4_500_000, lane: 'rote LED · GPIO 18', value: 'an' });
    expect(rows.at(-2)).toEqual({ at: 1_000_000, lane: 'rote LED · GPIO 18', value: 'aus' });
    expect(rows.at(-1)).toEqual({ at: 750_000, lane: 'x · GPIO 18', value: '7' });
  });
});

describe('the lanes of a run', () => {
  it('stand in the order of the wiring under the names of its parts, and variables when they are wanted', () => {
    const run = new RunRecord('run');
    run.take(
      {
        runId: 'run',
        sequence: 0,
        events: [
          { at: 0, kind: 'start' },
          { at: 1, kind: 'variable', name: 'count', is: 1 },
          { at: 2, kind: 'pin', gpio: 25, level: 0 },
          { at: 2, kind: 'value', part: 'button', value: 'pressed', is: true },
          { at: 2, kind: 'event', part: 'button', event: 'pressed' },
          { at: 3, kind: 'pin', gpio: 18, level: 1 },
          { at: 3, kind: 'pin', gpio: 5, level: 1 },
        ],
      },
      0,
    );
    const names = (variables: boolean) =>
      shownLanes(run, camJamEduKit, { variables }).map(({ name, detail }) => [name, detail]);
    expect(names(false)).toEqual([
      ['rote LED', 'GPIO 18'],
      ['Taster', 'GPIO 25'],
      ['GPIO 5', ''],
    ]);
    expect(names(true).at(-1)).toEqual(['count', 'Variable']);
  });

  it('have the units of the parts', () => {
    for (const { values } of partCatalog.values()) {
      for (const [name, value] of Object.entries(values)) {
        if (value.type === 'number') expect([name, unitOfValue[name] ?? '']).toEqual([name, value.unit]);
      }
    }
  });
});

describe('what parts tell of themselves', () => {
  it('has a word for each event of each part, in lanes and in tables', () => {
    for (const { type, events } of partCatalog.values())
      for (const event of events) {
        const lane = new Lane({ of: 'event', part: 'one' }, 'tick');
        lane.addText(1, event);
        expect(changeInWords(shown(lane), 0, german), `${type}: ${event}`).not.toBe(event);
      }
  });
});
