import { limits } from '../../../device/contract/limits.ts';
import { type HostileFamily, stack } from '../hostile-program.ts';

const most = limits.programSourceBytes;
const light = stack("$print('lit');");

/** The filler as often as it fits between head and tail, to the last byte of the limit with blanks. */
function full(filler: string, head = '', tail = ''): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const room = most - bytes(head) - bytes(tail);
  const count = Math.floor(room / bytes(filler));
  return head + filler.repeat(count) + tail + ' '.repeat(room - count * bytes(filler));
}

/** So many openings, as many closings. */
function nested(open: string, inner: string, close: string): string {
  const depth = Math.floor((most - inner.length) / (open.length + close.length));
  return open.repeat(depth) + inner + close.repeat(depth);
}

/** Programs as large as they may be, and a little larger. */
export const sizeLimit: HostileFamily = {
  name: 'programs at the size limit',
  programs: [
    {
      name: 'a comment up to the limit',
      source: full('x', `${light} //`),
      ends: 'finished',
      prints: ['lit'],
      onAgent: true,
    },
    {
      name: 'one byte beyond the limit',
      source: `${full('x', `${light} //`)} `,
      ends: 'program-too-large',
      onAgent: true,
    },
    {
      name: 'letters of four bytes up to the limit',
      source: full('😀', `${light} //`),
      ends: 'finished',
      prints: ['lit'],
      onAgent: true,
    },
    {
      name: 'few letters, many bytes, beyond the limit',
      source: `${light} //${'😀'.repeat(most / 4)}`,
      ends: 'program-too-large',
    },
    { name: 'forty times the limit', source: ' '.repeat(40 * most), ends: 'program-too-large' },
    { name: 'nothing but line ends', source: full('\n', light), ends: 'finished', prints: ['lit'] },
    { name: 'nothing but empty statements', source: full(';', light), ends: 'finished', prints: ['lit'] },
    {
      name: 'one long sum',
      source: full('1+', '$print(', '1);'),
      ends: 'finished',
      prints: [String(Math.floor((most - 10) / 2) + 1)],
    },
    {
      name: 'one long text',
      source: `$print('${'x'.repeat(most - 20)}');`,
      ends: 'finished',
      prints: ['x'.repeat(1000)],
    },
    { name: 'one long name', source: `${'x'.repeat(most - 1)};`, ends: 'name-unknown' },
    {
      name: 'one long number',
      source: `$print(${'9'.repeat(most - 20)});`,
      ends: 'finished',
      prints: ['Infinity'],
    },
    { name: 'one long pattern', source: `/${'a?'.repeat(most / 2 - 10)}/.test('b');`, ends: 'finished' },
    { name: 'one long list', source: full('0,', 'let list=[', '];'), ends: 'finished' },
    { name: 'one long call', source: full('0,', 'Math.max(', '0);'), ends: 'program-syntax' },
    {
      name: 'more variables than there may be',
      source: stack(`let ${Array.from({ length: 35000 }, (_, i) => `v${i.toString(36)}`).join()};`),
      ends: 'program-syntax',
    },
    {
      name: 'more names than one object has',
      source: stack(`({${Array.from({ length: 20000 }, (_, i) => `n${i}:1`).join()}});`),
      ends: 'finished',
    },
    {
      name: 'a thousand small functions',
      source: full('(()=>{})();', light),
      ends: 'finished',
      prints: ['lit'],
    },
    { name: 'brackets in brackets', source: nested('(', '1', ')'), ends: 'program-too-deep' },
    { name: 'lists in lists', source: nested('[', '', ']'), ends: 'program-too-deep' },
    { name: 'blocks in blocks', source: nested('{', '', '}'), ends: 'program-too-deep' },
    { name: 'functions in functions', source: nested('()=>{', '', '}'), ends: 'program-too-deep' },
    { name: 'functions that give functions', source: `${'a=>'.repeat(80000)}1`, ends: 'program-too-deep' },
    { name: 'negations of negations', source: full('!', '', '1'), ends: 'program-too-deep' },
    { name: 'texts in texts', source: nested('`${', '1', '}`'), ends: 'program-too-deep' },
    { name: 'else after else', source: full('if(0);else ', '', ';'), ends: 'program-too-deep' },
    { name: 'cases without number', source: full('case 1:', 'switch(0){', '}'), ends: 'finished' },
    {
      name: 'more stacks than there may be',
      source: full("$on('start',{},'h',function*(){});"),
      ends: 'stacks-too-many',
    },
    { name: 'openings without closings', source: full('{['), ends: 'program-syntax' },
  ],
};
