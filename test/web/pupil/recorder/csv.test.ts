import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../device/contract/trace.ts';
import { csvOf } from '../../../../web/pupil/recorder/csv.ts';
import { fileName } from '../../../../web/pupil/recorder/file-name.ts';
import { RunRecord } from '../../../../web/pupil/recorder/run-record.ts';
import type { ShownLane } from '../../../../web/pupil/recorder/shown-lanes.ts';
import { shown } from './lanes.ts';

const events: TraceEvent[] = [
  { at: 0, kind: 'start' },
  { at: 500_000, kind: 'pin', gpio: 18, level: 1 },
  { at: 750_000, kind: 'value', part: 'climate', value: 'temperature', is: 21.5 },
  { at: 1_000_000, kind: 'pwm', gpio: 18, hertz: 100, duty: 0.25 },
  { at: 1_000_001, kind: 'message', name: '=1+1; "los"' },
  { at: 1_500_000, kind: 'gap', dropped: 3 },
  { at: 2_000_000, kind: 'pin', gpio: 18, level: 0 },
];

function lanesOf(run: RunRecord): ShownLane[] {
  const names = [
    { name: 'rote LED', detail: 'GPIO 18' },
    { name: 'Wettersensor', detail: 'Temperatur' },
    { name: 'Nachrichten', detail: '' },
  ];
  return [...run.lanes.values()].map((lane, index) => shown(lane, names[index]));
}

describe('the table of a recording', () => {
  const run = new RunRecord('run');
  run.take({ runId: 'run', sequence: 0, events }, 0);

  it('has semicolons and decimal commas in German', () => {
    expect(csvOf(run, lanesOf(run), 'de').split('\r\n')).toEqual([
      '\uFEFFZeit in s;Spur;Wert',
      '0,000000;rote LED · GPIO 18;0',
      '0,500000;rote LED · GPIO 18;1',
      '0,750000;Wettersensor · Temperatur;21,5',
      '1,000000;rote LED · GPIO 18;0,25',
      '1,000000;rote LED · GPIO 18 (Hz);100',
      `1,000001;Nachrichten;"'=1+1; ""los"""`,
      '1,000001;(hier fehlt etwas, Dauer in s);0,999999',
      '2,000000;rote LED · GPIO 18;0',
      '2,000000;rote LED · GPIO 18 (Hz);0',
      '',
    ]);
  });

  it('has commas and decimal points in English', () => {
    expect(csvOf(run, lanesOf(run), 'en').split('\r\n')).toEqual([
      '\uFEFFtime in s,lane,value',
      '0.000000,rote LED · GPIO 18,0',
      '0.500000,rote LED · GPIO 18,1',
      '0.750000,Wettersensor · Temperatur,21.5',
      '1.000000,rote LED · GPIO 18,0.25',
      '1.000000,rote LED · GPIO 18 (Hz),100',
      `1.000001,Nachrichten,"'=1+1; ""los"""`,
      '1.000001,"(something is missing here, duration in s)",0.999999',
      '2.000000,rote LED · GPIO 18,0',
      '2.000000,rote LED · GPIO 18 (Hz),0',
      '',
    ]);
  });
});

describe('the name of a file', () => {
  const now = new Date(2026, 10, 22, 9, 5, 3);
  it.each([
    ['Blinken', 'steckbrett-blinken-09-05-03.csv'],
    ['Knopf & Licht: größer', 'steckbrett-knopf-licht-groesser-09-05-03.csv'],
    ['', 'steckbrett-09-05-03.csv'],
  ])('of lesson %j is %s', (lesson, name) => {
    expect(fileName(lesson, now, 'csv')).toBe(name);
  });
});
