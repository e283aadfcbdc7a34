import { type HostileFamily, stack } from '../hostile-program.ts';

/** Texts and JSON beyond measure. */
export const hugeTexts: HostileFamily = {
  name: 'huge texts and JSON',
  programs: [
    {
      name: 'text that doubles',
      source: stack("let text = 'x'; for (;;) text += text;"),
      ends: 'memory-full',
      onAgent: true,
    },
    {
      name: 'text that grows in each turn',
      source: stack("let text = ''; for (;;) { if ($due()) yield; text = 'ä' + text + 'x'.repeat(2e6); }"),
      ends: 'memory-full',
    },
    { name: 'text repeated a billion times', source: stack("'x'.repeat(2 ** 30);"), ends: 'memory-full' },
    {
      name: 'text padded to two billion',
      source: stack("'x'.padStart(2 ** 31, 'ab');"),
      ends: 'memory-full',
    },
    { name: 'text repeated without end', source: stack("'x'.repeat(Infinity);"), ends: 'value-unsuited' },
    { name: 'list of holes, joined', source: stack("new Array(2 ** 31).join('xx');"), ends: 'hangs' },
    {
      name: 'a text of 20 million letters taken apart',
      source: stack("'x'.repeat(2e7).split('');"),
      ends: 'memory-full',
    },
    {
      name: 'a text of 20 million letters in many cases',
      source: stack("let text = 'ŉ'.repeat(1e6); for (;;) text = text.toUpperCase() + text.toLowerCase();"),
      ends: 'memory-full',
    },
    {
      name: 'printed text of 30 million letters',
      source: stack("$print('x'.repeat(3e7));"),
      ends: 'finished',
      prints: ['x'.repeat(1000)],
      onAgent: true,
    },
    {
      name: 'number of 84,510 digits, printed',
      source: stack('$print(String(7n ** 100000n).length);'),
      ends: 'finished',
    },
    {
      name: 'number read from 100,000 digits',
      source: stack("$print(BigInt('7'.repeat(1e5)) % 10n);"),
      ends: 'finished',
    },
    {
      name: 'JSON read 500,000 deep',
      source: stack("JSON.parse('['.repeat(500000) + ']'.repeat(500000));"),
      ends: 'recursion-too-deep',
      onAgent: true,
    },
    {
      name: 'JSON read that never closes',
      source: stack('JSON.parse(\'{"a":\'.repeat(500000));'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'JSON read with a million elements',
      source: stack("$print(JSON.parse('[' + '0,'.repeat(1e6) + '0]').length);"),
      ends: 'finished',
      prints: ['1000001'],
    },
    {
      name: 'JSON written 20,000 deep',
      source: stack('let deep = []; for (let i = 0; i < 20000; i += 1) deep = [deep]; JSON.stringify(deep);'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'JSON of what holds itself',
      source: stack('const circle = {}; circle.circle = circle; JSON.stringify(circle);'),
      ends: 'value-unsuited',
    },
    {
      name: 'JSON of what becomes something else each time',
      source: stack('const more = () => ({ toJSON: () => [more()] }); JSON.stringify(more());'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'JSON read into what keeps growing',
      source: stack(
        "JSON.parse('[0]', function (key, value) { if (Array.isArray(this)) this.push(0); return [value]; });",
      ),
      ends: 'finished',
    },
    {
      name: 'JSON written in a loop',
      source: stack(
        'const list = Array.from({ length: 1e4 }, (_, i) => ({ i })); for (;;) JSON.stringify(list);',
      ),
      ends: 'hangs',
    },
  ],
};
