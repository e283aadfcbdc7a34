import { describe, expect, it } from 'vitest';
import { type TraceEvent, traceEventSchema } from '../../../device/contract/trace.ts';
import { ending, pressed, prints, runKit, start } from './run-kit.ts';

const blink = start(
  "for (;;) { if ($due()) yield; $b = 'on'; $do('red', 'on'); $b = 'wait1'; yield* $wait(0.5); $b = 'off'; $do('red', 'off'); $b = 'wait2'; yield* $wait(0.5); }",
);

/** One line for an event, as short as can be. */
function line(event: TraceEvent): string {
  const at = `${event.at / 1000}`;
  switch (event.kind) {
    case 'block':
      return `${at} block ${event.stack} ${event.block}`;
    case 'pin':
      return `${at} pin ${event.gpio} ${event.level}`;
    case 'pwm':
      return `${at} pwm ${event.gpio} ${event.hertz} ${event.duty}`;
    case 'value':
      return `${at} value ${event.part} ${event.value} ${event.is}`;
    case 'command':
      return `${at} command ${event.part} ${event.command}`;
    case 'event':
      return `${at} event ${event.part} ${event.event}`;
    case 'message':
      return `${at} message ${event.name}`;
    case 'sent':
      return `${at} sent ${event.to} ${event.name} ${event.value}`;
    case 'received':
      return `${at} received ${event.from} ${event.name} ${event.value}`;
    case 'key':
      return `${at} key ${event.key}`;
    case 'variable':
      return `${at} variable ${event.name} ${event.is}`;
    case 'paused':
    case 'resumed':
      return `${at} ${event.kind}`;
    case 'print':
      return `${at} print ${event.text}`;
    case 'error':
      return `${at} error ${event.block} ${event.problem.code}`;
    case 'gap':
      return `${at} gap ${event.dropped}`;
    case 'end':
      return `${at} end ${event.reason}`;
    case 'start':
      return `${at} start`;
  }
}

describe('the trace of a program', () => {
  it('tells blocks, commands and pins in their order, and the safe state before the end', async () => {
    const trace = await runKit({ source: blink, duration: 1_200_000 });
    expect(trace.map(line)).toEqual([
      '0 start',
      '0 block 0 on',
      '0 command red on',
      '0 pin 18 1',
      '0 block 0 wait1',
      '500 block 0 off',
      '500 command red off',
      '500 pin 18 0',
      '500 block 0 wait2',
      '1000 block 0 on',
      '1000 command red on',
      '1000 pin 18 1',
      '1000 block 0 wait1',
      '1200 pin 18 0',
      '1200 end stopped',
    ]);
  });

  it('tells what comes from outside, and what the program makes of it', async () => {
    const source = pressed("$b = 'say'; $print($read('button', 'pressed'));");
    const inputs = [
      { at: 1_000_000, part: 'button', input: 'press' as const },
      { at: 1_200_000, part: 'button', input: 'release' as const },
    ];
    const trace = await runKit({ source, inputs, duration: 2_000_000 });
    expect(trace.map(line)).toEqual([
      '0 start',
      '1000 pin 25 0',
      '1000 event button pressed',
      '1000 block 0 say',
      '1000 print true',
      '1000 block 0 null',
      '1200 pin 25 1',
      '1200 event button released',
      '2000 end stopped',
    ]);
  });

  it('tells what is sent to other Pis, and what comes from them', async () => {
    const source =
      start("$b = 'tell'; $tell('all', 'hi', 3);") +
      "$on('peer', { name: 'hi' }, 'hat2', function* () { $b = 'answer'; $tell('previous', 'back'); });";
    const messages = [
      { at: 1_000_000, from: 'Otter', name: 'hi', value: 'x' },
      { at: 2_000_000, from: 'Otter', name: 'other' },
    ];
    const trace = await runKit({ source, messages, duration: 3_000_000 });
    expect(trace.map(line)).toEqual([
      '0 start',
      '0 block 0 tell',
      '0 sent all hi 3',
      '0 block 0 null',
      '1000 received Otter hi x',
      '1000 block 1 answer',
      '1000 sent previous back undefined',
      '1000 block 1 null',
      '2000 received Otter other undefined',
      '3000 end stopped',
    ]);
  });

  it('is the same each time', async () => {
    const source = `${blink} ${start('for (;;) { $print(Math.random()); for (let i = 0; i < 1e4; i += 1) if ($due()) yield; yield* $wait(0.1); }')}`;
    const run = () => runKit({ source, duration: 2_000_000 });
    const first = await run();
    expect(first.length).toBeGreaterThan(20);
    expect(await run()).toEqual(first);
    expect(prints(await runKit({ source, duration: 2_000_000, seed: 2 }))).not.toEqual(prints(first));
  });

  it.each([
    ['prints', "$b = 'same'; $print(i);"],
    ['commands', "$b = 'same'; $do('red', 'toggle');"],
    ['blocks', "$b = 'b' + i; $do('red', 'toggle');"],
    ['messages', "$send('same');"],
  ])('holds back a flood of %s, and says how much', async (_kind, body) => {
    const source = start(`for (let i = 0; ; i += 1) { if ($due()) yield; ${body} }`);
    const trace = await runKit({ source, duration: 1_000_000 });
    expect(trace.length).toBeLessThan(21 * 310);
    expect(trace.some((event) => event.kind === 'gap')).toBe(true);
    for (const event of trace) expect(traceEventSchema.safeParse(event).success).toBe(true);
  });

  it('tells the last level of a pin even when much was dropped', async () => {
    const source = start(
      "for (let i = 0; i < 2001; i += 1) { if ($due()) yield; $do('red', 'toggle'); } yield* $wait(5);",
    );
    const trace = await runKit({ source, duration: 4_000_000 });
    const levels = trace.filter((event) => event.kind === 'pin' && event.at < 4_000_000);
    expect(trace.some((event) => event.kind === 'gap')).toBe(true);
    expect(levels.at(-1)).toMatchObject({ gpio: 18, level: 1 });
  });

  it('cuts long lines at 1,000 characters', async () => {
    const [text] = prints(await runKit({ source: start("$print('x'.repeat(5000));") }));
    expect(text).toHaveLength(1000);
  });

  it.each([
    ['[1, 2]', '1, 2'],
    ['0.1 + 0.2', '0.3'],
    ['1e21', '1e+21'],
    ['undefined', 'undefined'],
    ['0.5', '0.5'],
    ["'ä😀'", 'ä😀'],
    ['true', 'true'],
  ])('prints %s as %s', async (value, text) => {
    expect(prints(await runKit({ source: start(`$print(${value});`) }))).toEqual([text]);
  });
});

describe('a value that is read', () => {
  it.each([
    ['after a command', "$do('red', 'on'); $print($read('red', 'on'));", 'true'],
    ['after a toggle', "$do('red', 'toggle'); $do('red', 'toggle'); $print($read('red', 'on'));", 'false'],
    [
      'after many commands',
      "for (let i = 0; i < 101; i += 1) $do('red', 'toggle'); $print($read('red', 'on'));",
      'true',
    ],
    ['of a button', "$print($read('button', 'pressed'));", 'false'],
  ])('is the present one %s', async (_when, body, text) => {
    expect(prints(await runKit({ source: start(body) }))).toEqual([text]);
  });

  it('follows the button while a loop asks for it', async () => {
    const source = start("while (!$read('button', 'pressed')) { if ($due()) yield; } $print('seen');");
    const inputs = [{ at: 500_000, part: 'button', input: 'press' as const }];
    const trace = await runKit({ source, inputs });
    expect(trace.find((event) => event.kind === 'print')?.at).toBeLessThan(550_000);
    expect(ending(trace)).toBe('finished');
  });
});

describe('an error names its block and says what to do', () => {
  it.each([
    ['name-unknown', 'missing = missing + 1;'],
    ['value-unsuited', 'null.length;'],
    ['recursion-too-deep', '(function again() { again(); })();'],
    ['memory-full', 'const list = []; for (;;) list.push(list.slice(), new Array(1e6).fill(0));'],
    ['no-pause', 'for (;;);'],
    ['part-not-wired', "$do('laser', 'on');"],
    ['command-unknown', "$do('red', 'explode');"],
    ['argument-invalid', "$do('red', 'on', 5); yield* $wait(1);"],
    ['part-not-wired', "$read('laser', 'on');"],
    ['value-unknown', "$read('button', 'colour');"],
    ['program-failed', "throw 'a fit';"],
    ['hat-misplaced', "$on('start', {}, 'hat', function* () {});"],
  ])('%s', async (code, body) => {
    const trace = await runKit({ source: start(`$b = 'good'; yield* $wait(0.1); $b = 'bad'; ${body}`) });
    expect(trace.at(-2)).toMatchObject({ kind: 'error', block: 'bad', problem: { code } });
    expect(trace.at(-1)).toMatchObject({ kind: 'end', reason: 'error' });
    expect(traceEventSchema.safeParse(trace.at(-2)).success).toBe(true);
  });

  it('also where another stack has run meanwhile', async () => {
    const source = `${start("$b = 'mine'; for (let i = 0; i < 1; i = missing) yield;")} ${start("$b = 'other'; yield* $wait(1);")}`;
    const trace = await runKit({ source });
    expect(trace.at(-2)).toMatchObject({ kind: 'error', block: 'mine' });
  });

  it('program-syntax, which no block is to blame for', async () => {
    const trace = await runKit({ source: 'this is not a program' });
    expect(trace.at(-2)).toMatchObject({ kind: 'error', block: null, problem: { code: 'program-syntax' } });
  });
});
