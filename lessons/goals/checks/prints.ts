import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { Verdict } from '../goal-verdict.ts';
import { fitOf } from '../judge-span.ts';
import { indexAt } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { signalName } from '../words/condition-words.ts';
import { lineMessages as says } from '../words/messages-lines.ts';
import { valueText } from '../words/value-words.ts';
import type { CheckOf } from './check-of.ts';

type Line = Extract<TraceEvent, { kind: 'print' }>;

/** A line may be written so many µs after its value was read. */
const readBefore = 300_000;
const hair = 1e-6;

/** The program writes lines. */
export function checkPrints(check: CheckOf<'prints'>, timeline: Timeline): Verdict {
  const lines = timeline.all('print');
  const lastLine = lines.at(-1);
  if (!lastLine) return says.nothing();
  const { text, near, tolerance = 0 } = check;
  const withText = text === undefined ? lines : lines.filter((line) => holds(line.text, text));
  if (withText.length === 0) return says.withoutText(text!, lastLine.text);
  if (check.numbers) return checkNumbers(check.numbers, withText, tolerance);
  const fitting =
    near === undefined ? withText : withText.filter((line) => isNear(line, near, tolerance, timeline));
  const last = withText.at(-1)!;
  if (fitting.length === 0 && near !== undefined) {
    if (numbersIn(last.text).length === 0) return says.withoutNumber(last.text);
    const signals = timeline.signal(near);
    const is = signals[indexAt(signals, last.at)]?.is;
    const value = timeline.find(near)?.value ?? 'on';
    return says.notNear(last.text, signalName(near, timeline.wiring), valueText(value, is ?? Number.NaN));
  }
  return checkPace(check, fitting);
}

/** Lines that fit follow each other at the right pace, often enough. */
function checkPace({ every, times = 1 }: CheckOf<'prints'>, fitting: readonly Line[]): Verdict {
  let row = 0;
  let most = 0;
  let wrong: Verdict | undefined;
  for (const [index, line] of fitting.entries()) {
    const before = fitting[index - 1];
    const apart = before ? (line.at - before.at) / 1e6 : 0;
    const right = !before || !every || fitOf(apart, every) === 'fits';
    if (!right) wrong = says.every(apart, every!);
    row = right ? row + 1 : 1;
    most = Math.max(most, row);
  }
  if (most >= times) return reached;
  return wrong && row < 2 ? wrong : says.tooFew(most, times);
}

/** Numbers follow each other, line by line; lines without a number do not matter. */
function checkNumbers(wanted: readonly number[], lines: readonly Line[], tolerance: number): Verdict {
  const numbered = lines.filter((line) => numbersIn(line.text).length > 0);
  const last = lines.at(-1)!;
  if (numbered.length === 0) return says.withoutNumber(last.text);
  const fits = (line: Line | undefined, number: number) =>
    line !== undefined && numbersIn(line.text).some((one) => Math.abs(one - number) <= tolerance + hair);
  let most = 0;
  let stopped = 0;
  for (let start = 0; start < numbered.length; start++) {
    let length = 0;
    while (length < wanted.length && fits(numbered[start + length], wanted[length]!)) length += 1;
    if (length === wanted.length) return reached;
    // What the end of the run cut off says less than what went wrong.
    if (length > most || (length === most && start + length < numbered.length)) {
      most = length;
      stopped = start + length;
    }
  }
  const next = wanted[most]!;
  const came = numbered[stopped];
  return came ? says.otherNumber(next, came.text) : says.moreNumbers(most, wanted.length, next);
}

function holds(line: string, text: string): boolean {
  return line.toLowerCase().includes(text.trim().toLowerCase());
}

function isNear(line: Line, signal: string, tolerance: number, timeline: Timeline): boolean {
  const signals = timeline.signal(signal);
  const numbers = numbersIn(line.text);
  for (let index = indexAt(signals, line.at); index >= 0; index--) {
    const { is, to } = signals[index]!;
    if (to < line.at - readBefore) return false;
    if (typeof is === 'number' && numbers.some((one) => Math.abs(one - is) <= tolerance + hair)) return true;
  }
  return false;
}

/** The numbers of a line, with point or comma. */
function numbersIn(line: string): number[] {
  return [...line.matchAll(/[-−]?\d+(?:[.,]\d+)?/g)].map(([text]) =>
    Number(text.replace(',', '.').replace('−', '-')),
  );
}
