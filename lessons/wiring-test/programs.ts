import { patience } from './part-test.ts';

/** A line of a test program: what a part is told, and how long that is left to be seen, in s. */
export interface Act {
  readonly command: string;
  readonly args?: readonly (string | number)[];
  readonly seconds: number;
}

/** A program that tells a part these things, so many times over. */
export function showing(part: string, acts: readonly Act[], times = 1): string {
  const lines = acts.map(({ command, args = [], seconds }) => {
    const told = [part, command, ...args].map((one) => JSON.stringify(one)).join(', ');
    return `    $do(${told}); yield* $wait(${seconds});`;
  });
  return started(
    `  for (let round = 0; round < ${times}; round++) {\n    if ($due()) yield;\n${lines.join('\n')}\n  }`,
  );
}

/** A program that waits for a hand: events and values of every part are in the trace of any program. */
export function listening(): string {
  return started(`  yield* $wait(${patience});`);
}

const started = (body: string) => `$on('start', {}, 'wiring-test', function* () {\n${body}\n});\n`;
