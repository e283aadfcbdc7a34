import { describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { ws2812Bytes } from '../../../device/parts/chips/ws2812.ts';
import { runInVirtualTime, type VirtualInput } from '../../../device/program/virtual-time.ts';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { openBlocks } from '../../../lessons/proof/open-blocks.ts';
import { pythonOfSaved } from './lessons.ts';
import { stepsInTrace, stepsOnPins } from './levels.ts';
import { runOnMockPins } from './mock-pins.ts';

const wiring: Wiring = {
  parts: [
    ...camJamEduKit.parts,
    { id: 'rgb', type: 'rgb-led', pins: { red: 5, green: 6, blue: 13 } },
    { id: 'anode', type: 'rgb-led', pins: { red: 16, green: 20, blue: 21 }, options: { common: 'anode' } },
    { id: 'speaker', type: 'speaker', pins: { signal: 12 } },
    { id: 'pin', type: 'output-pin', pins: { signal: 17 } },
    { id: 'lever', type: 'switch', pins: { signal: 27 } },
    { id: 'input', type: 'input-pin', pins: { signal: 4 }, options: { pull: 'up' } },
    { id: 'strip', type: 'strip', pins: {}, options: { pixels: 3 } },
  ],
};

/** Runs blocks in notation both ways. */
async function both(notation: string, seconds = 5, inputs: readonly VirtualInput[] = []) {
  const saved = readBlocks(notation);
  const { source } = await openBlocks(saved, wiring, 'de');
  const trace = await runInVirtualTime({ source, wiring, duration: seconds * 1e6, inputs });
  const { text } = await pythonOfSaved(saved, wiring);
  const gpios = new Set(
    inputs.flatMap(({ part }) => wiring.parts.find((one) => one.id === part)?.pins.signal ?? []),
  );
  const hands = trace.flatMap((event) =>
    event.kind === 'pin' && gpios.has(event.gpio)
      ? [{ at: event.at / 1e6, gpio: event.gpio, level: event.level }]
      : [],
  );
  const run = await runOnMockPins(text, seconds, { hands });
  expect(run.error, text).toBeNull();
  return { trace, run, text };
}

/** What a program writes, both ways. */
async function printed(notation: string, inputs: readonly VirtualInput[] = []) {
  const { trace, run } = await both(notation, 5, inputs);
  return {
    blocks: trace.flatMap((event) => (event.kind === 'print' ? [event.text] : [])),
    python: run.prints.map(([, line]) => line),
  };
}

/** The lines that a stack under a start hat writes. */
const say = (...values: string[]) =>
  ['steckbrett_start', ...values.map((value) => `steckbrett_print VALUE: ${value}`)].join('\n');

describe('Python writes what the blocks write', () => {
  const programs: Record<string, string> = {
    'numbers and how they are put together': say(
      '(math_arithmetic OP=ADD A: 0.1 B: 0.2)',
      '(math_arithmetic OP=DIVIDE A: 10 B: 2)',
      '(math_arithmetic OP=DIVIDE A: 10 B: 4)',
      '(math_arithmetic OP=MINUS A: 1 B: (math_arithmetic OP=MINUS A: 5 B: 8))',
      '(math_arithmetic OP=MULTIPLY A: (math_arithmetic OP=ADD A: 1 B: 2) B: 3)',
      '(math_arithmetic OP=POWER A: 2 B: 10)',
      '(math_single OP=NEG NUM: (math_single OP=NEG NUM: 5))',
      '(math_single OP=ROOT NUM: 16)',
      '(math_single OP=ABS NUM: -3)',
      '(math_single OP=POW10 NUM: 3)',
      '(math_modulo DIVIDEND: 17 DIVISOR: 5)',
      '(math_round OP=ROUND NUM: 2.5)',
      '(math_round OP=ROUND NUM: -2.5)',
      '(math_round OP=ROUNDUP NUM: 2.1)',
      '(math_round OP=ROUNDDOWN NUM: 2.9)',
      '(steckbrett_minmax OP=min A: 3 B: 2)',
      '(math_constrain VALUE: 150 LOW: 1 HIGH: 100)',
      '(steckbrett_map VALUE: 50 FROM_LOW: 0 FROM_HIGH: 100 TO_LOW: 0 TO_HIGH: 180)',
      '(math_on_list OP=SUM LIST: (lists_create_with ADD0: 1 ADD1: 2 ADD2: 3.5))',
      '(math_on_list OP=MEDIAN LIST: (lists_create_with ADD0: 1 ADD1: 9 ADD2: 3))',
    ),
    'texts, counted from 1': say(
      '(text_join ADD0: "a" ADD1: 3 ADD2: (math_arithmetic OP=DIVIDE A: 6 B: 2))',
      '(text_length VALUE: "Zähler")',
      '(text_indexOf END=FIRST VALUE: "banane" FIND: "an")',
      '(text_indexOf END=LAST VALUE: "banane" FIND: "an")',
      '(text_indexOf END=FIRST VALUE: "banane" FIND: "x")',
      '(text_charAt WHERE=FROM_START VALUE: "banane" AT: 2)',
      '(text_charAt WHERE=FROM_END VALUE: "banane" AT: 1)',
      '(text_charAt WHERE=LAST VALUE: "banane")',
      '(text_getSubstring WHERE1=FROM_START WHERE2=FROM_START STRING: "banane" AT1: 2 AT2: 4)',
      '(text_getSubstring WHERE1=FROM_END WHERE2=LAST STRING: "banane" AT1: 3)',
      '(text_changeCase CASE=UPPERCASE TEXT: "banane")',
      '(text_trim MODE=BOTH TEXT: "  x ")',
      '(text_replace FROM: "a" TO: "o" TEXT: "banane")',
      '(text_reverse TEXT: "banane")',
      '(steckbrett_text_to_number TEXT: "3,5")',
      '(steckbrett_text_to_number TEXT: "drei")',
    ),
    'lists, counted from 1': `
steckbrett_start
variables_set VAR=l VALUE: (lists_create_with ADD0: "c" ADD1: "a" ADD2: "b")
steckbrett_print VALUE: (variables_get VAR=l)
steckbrett_print VALUE: (lists_getIndex MODE=GET WHERE=FROM_START VALUE: (variables_get VAR=l) AT: 2)
steckbrett_print VALUE: (lists_getIndex MODE=GET WHERE=FROM_END VALUE: (variables_get VAR=l) AT: 1)
steckbrett_print VALUE: (lists_indexOf END=FIRST VALUE: (variables_get VAR=l) FIND: "b")
lists_setIndex MODE=INSERT WHERE=LAST LIST: (variables_get VAR=l) TO: "d"
lists_setIndex MODE=SET WHERE=FROM_START LIST: (variables_get VAR=l) AT: 1 TO: "z"
steckbrett_print VALUE: (lists_sort TYPE=TEXT DIRECTION=1 LIST: (variables_get VAR=l))
steckbrett_print VALUE: (lists_getSublist WHERE1=FROM_START WHERE2=LAST LIST: (variables_get VAR=l) AT1: 3)
steckbrett_print VALUE: (lists_length VALUE: (variables_get VAR=l))
steckbrett_print VALUE: (lists_split MODE=JOIN INPUT: (variables_get VAR=l) DELIM: "-")
controls_forEach VAR=x LIST: (lists_reverse LIST: (variables_get VAR=l))
  steckbrett_print VALUE: (variables_get VAR=x)
`,
    'what is a whole number only by its value, in texts and lists': `
steckbrett_start
variables_set VAR=x VALUE: (math_arithmetic OP=DIVIDE A: 10 B: 2)
text_append VAR=x TEXT: " Grad"
steckbrett_print VALUE: (variables_get VAR=x)
variables_set VAR=l VALUE: (lists_create_with ADD0: (math_arithmetic OP=DIVIDE A: 10 B: 2) ADD1: 3)
steckbrett_print VALUE: (lists_split MODE=JOIN INPUT: (variables_get VAR=l) DELIM: "-")
steckbrett_print VALUE: (lists_reverse LIST: (variables_get VAR=l))
steckbrett_print VALUE: (lists_getIndex MODE=GET WHERE=FIRST VALUE: (variables_get VAR=l))
steckbrett_print VALUE: (math_on_list OP=MODE LIST: (lists_create_with ADD0: 4 ADD1: 2.5 ADD2: 4))
`,
    'loops, and how they are left': `
steckbrett_start
steckbrett_repeat TIMES: 2.5
  math_change VAR=n DELTA: 1
steckbrett_repeat TIMES: -3
  math_change VAR=n DELTA: 100
steckbrett_print VALUE: (variables_get VAR=n)
controls_for VAR=i FROM: 3 TO: 1 BY: 1
  steckbrett_print VALUE: (variables_get VAR=i)
controls_for VAR=i FROM: 0 TO: 1 BY: 0.25
  steckbrett_print VALUE: (variables_get VAR=i)
controls_for VAR=i FROM: 1 TO: (variables_get VAR=n) BY: 1
  controls_if IF0: (logic_compare OP=EQ A: (variables_get VAR=i) B: 2)
    controls_flow_statements FLOW=CONTINUE
  steckbrett_print VALUE: (variables_get VAR=i)
controls_whileUntil MODE=UNTIL BOOL: (logic_compare OP=GTE A: (variables_get VAR=n) B: 10)
  math_change VAR=n DELTA: 3
steckbrett_print VALUE: (variables_get VAR=n)
steckbrett_forever
  math_change VAR=n DELTA: 1
  controls_if IF0: (logic_compare OP=GT A: (variables_get VAR=n) B: 20)
    controls_flow_statements FLOW=BREAK
  controls_if
`,
    'what was never set is 0, and stacks share what they set': `
steckbrett_start
steckbrett_print VALUE: (variables_get VAR=Zähler)
steckbrett_wait SECONDS: 1
steckbrett_print VALUE: (variables_get VAR=Zähler)

steckbrett_start
variables_set VAR=Zähler VALUE: 5
`,
    'own blocks that give values, call themselves and hide variables': `
procedures_defreturn NAME=fakultät PARAMS=n RETURN: (math_arithmetic OP=MULTIPLY A: (variables_get VAR=n) B: (procedures_callreturn NAME=fakultät ARG0: (math_arithmetic OP=MINUS A: (variables_get VAR=n) B: 1)))
  procedures_ifreturn CONDITION: (logic_compare OP=LTE A: (variables_get VAR=n) B: 1) VALUE: 1
  math_change VAR=Aufrufe DELTA: 1

procedures_defnoreturn NAME=print PARAMS=text
  procedures_ifreturn CONDITION: (logic_compare OP=EQ A: (variables_get VAR=text) B: 0)
  steckbrett_print VALUE: (variables_get VAR=text)

steckbrett_start
variables_set VAR=n VALUE: 7
procedures_callnoreturn NAME=print ARG0: (procedures_callreturn NAME=fakultät ARG0: 5)
procedures_callnoreturn NAME=print ARG0: 0
steckbrett_print VALUE: (variables_get VAR=n)
steckbrett_print VALUE: (variables_get VAR=Aufrufe)
`,
    'messages, each handled in turn': `
steckbrett_start
steckbrett_send NAME=los
steckbrett_send NAME=los
steckbrett_print VALUE: "gesendet"

steckbrett_when_message NAME=los
math_change VAR=n DELTA: 1
steckbrett_print VALUE: (variables_get VAR=n)
steckbrett_wait SECONDS: 0.5
steckbrett_print VALUE: (variables_get VAR=n)
controls_if IF0: (logic_compare OP=LT A: (variables_get VAR=n) B: 4)
  steckbrett_send NAME=los
`,
  };
  it.each(Object.entries(programs))('%s', async (_name, notation) => {
    const { blocks, python } = await printed(notation);
    expect(blocks.length).toBeGreaterThan(0);
    expect(python).toEqual(blocks);
  });

  it('also for dividing by 0, apart from the name of what is endless', async () => {
    const { blocks, python } = await printed(
      say('(math_arithmetic OP=DIVIDE A: 1 B: 0)', '(math_modulo DIVIDEND: 5 DIVISOR: 0)'),
    );
    expect(blocks).toEqual(['Infinity', 'NaN']);
    expect(python).toEqual(['inf', 'nan']);
  });
});

describe('Python does at the pins what the blocks do', () => {
  /** Expects the same steps at these pins. */
  async function expectSame(
    notation: string,
    gpios: readonly number[],
    { seconds = 5, inputs = [] as readonly VirtualInput[], hertz = false, from = 0 } = {},
  ) {
    const { trace, run, text } = await both(notation, seconds, inputs);
    for (const gpio of gpios) {
      const round = ({ at, share, hertz: pulses }: { at: number; share: number; hertz?: number }) => [
        Math.round(at * 10) / 10,
        Math.round(share * 100),
        ...(hertz ? [Math.round(pulses ?? 0)] : []),
      ];
      const within = ({ at }: { at: number }) => at >= from;
      const blocks = stepsInTrace(trace, gpio, seconds).filter(within).map(round);
      expect(blocks.length, `GPIO ${gpio} does something`).toBeGreaterThan(0);
      expect(stepsOnPins(run, gpio, seconds).filter(within).map(round), `GPIO ${gpio}\n${text}`).toEqual(
        blocks,
      );
    }
  }
  const press = (at: number, part = 'button', [down, up] = ['press', 'release']): VirtualInput[] => [
    { at: at * 1e6, part, input: down },
    { at: (at + 0.2) * 1e6, part, input: up },
  ];

  it('dimming, toggling what is dimmed, and what is out of range', () =>
    expectSame(
      `
steckbrett_start
steckbrett_led_brightness PART=red PERCENT: 30
steckbrett_wait SECONDS: 1
steckbrett_led_toggle PART=red
steckbrett_wait SECONDS: 1
steckbrett_led_toggle PART=red
steckbrett_wait SECONDS: 1
steckbrett_led_brightness PART=red PERCENT: 500
steckbrett_wait SECONDS: 0.5
steckbrett_led_brightness PART=red PERCENT: (math_arithmetic OP=MINUS A: 10 B: 30)
steckbrett_wait SECONDS: 1`,
      [18],
    ));

  it('beats, also those that were missed', () =>
    expectSame(
      `
steckbrett_every SECONDS=1
steckbrett_led_toggle PART=green
math_change VAR=n DELTA: 1
controls_if IF0: (logic_compare OP=EQ A: (variables_get VAR=n) B: 2)
  steckbrett_wait SECONDS: 2.5`,
      [24],
      { seconds: 9 },
    ));

  it('events in their order, while the stack is busy', () =>
    expectSame(
      `
steckbrett_when_button PART=button EVENT=pressed
steckbrett_led_set PART=red STATE=on
steckbrett_wait SECONDS: 1
steckbrett_led_set PART=red STATE=off
steckbrett_wait SECONDS: 0.5

steckbrett_when_button PART=button EVENT=pressed
steckbrett_led_toggle PART=green`,
      [18, 24],
      { seconds: 8, inputs: [...press(1), ...press(1.5), ...press(2)] },
    ));

  it('switch and bare pins, with the pull-up that turns gpiozero round', () =>
    expectSame(
      `
steckbrett_when_switch PART=lever EVENT=closed
steckbrett_led_set PART=red STATE=on

steckbrett_when_switch PART=lever EVENT=opened
steckbrett_led_set PART=red STATE=off

steckbrett_when_pin PART=input EVENT=low
steckbrett_pin_pulse PART=pin PERCENT: 25 HERTZ: 50

steckbrett_start
steckbrett_wait SECONDS: 3
controls_ifelse IF0: (steckbrett_pin_high PART=input)
  steckbrett_led_set PART=green STATE=on
ELSE
  steckbrett_led_set PART=amber STATE=on`,
      [18, 17, 23],
      {
        inputs: [...press(1, 'lever', ['close', 'open']), { at: 2e6, part: 'input', input: 'low' }],
      },
    ));

  it('tones of any height', () =>
    expectSame(
      `
steckbrett_start
steckbrett_speaker_tone PART=speaker HERTZ: 1000
steckbrett_wait SECONDS: 1
steckbrett_speaker_tone PART=speaker HERTZ: (math_arithmetic OP=MULTIPLY A: 220 B: 2)
steckbrett_wait SECONDS: 1
steckbrett_speaker_off PART=speaker
steckbrett_wait SECONDS: 1
steckbrett_speaker_play PART=speaker HERTZ: 523.25 SECONDS: 1`,
      [12],
      { hertz: true },
    ));

  const colours = `
steckbrett_start
steckbrett_wait SECONDS: 0.5
steckbrett_rgb_set PART=rgb COLOUR: #ff8000
steckbrett_rgb_set PART=anode COLOUR: (steckbrett_colour_mix RED: 90 GREEN: 20 BLUE: 40)
steckbrett_wait SECONDS: 1
steckbrett_rgb_off PART=rgb
steckbrett_rgb_off PART=anode
steckbrett_wait SECONDS: 9`;

  it('colours', () => expectSame(colours, [5, 6]));

  // Before the first colour, the virtual Pi's pins stand as its board has set them up, which is no event of the program.
  it('colours with a common anode', () => expectSame(colours, [16, 20, 21], { from: 0.4 }));

  it('what a light strip is told', async () => {
    const { run } = await both(`
steckbrett_start
steckbrett_strip_fill PART=strip COLOUR: #0000ff
steckbrett_wait SECONDS: 1
steckbrett_strip_pixel PART=strip NUMBER: 2 COLOUR: #ff8000
steckbrett_wait SECONDS: 1`);
    const pictures = [
      ['000000', '000000', '000000'],
      ['0000ff', '0000ff', '0000ff'],
      ['0000ff', 'ff8000', '0000ff'],
    ];
    expect(run.spi.slice(0, 3).map(([, bytes]) => bytes)).toEqual(
      pictures.map((colours) => [...ws2812Bytes(colours)]),
    );
  });
});
