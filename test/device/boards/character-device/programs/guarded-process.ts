/**
 * `node guarded-process.ts PROGRAM…`: a process with a guard that runs PROGRAM in the end. Says the guard's process
 * id; then it does what the lines of its standard input say.
 */
import { createInterface } from 'node:readline';
import { startGuard } from '../../../../../device/boards/character-device/guard.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const guard = startGuard({
  chipLabels: ['no-such-chip'],
  folder: '/dev',
  onFailure: (error) => say(`failure ${error}`),
  ...(process.argv.length > 2 ? { program: process.argv.slice(2) } : {}),
});
say(`guard ${guard.pid}`);
for await (const line of createInterface(process.stdin)) {
  const [word, ...rest] = line.split(' ');
  if (word === 'protect') {
    guard.protect(
      rest.map((output) => {
        const [place = '', level] = output.split('=');
        return { place, level: level === '1' ? 1 : 0 };
      }),
    );
  }
  if (word === 'sent')
    guard.sent(rest[0] === '1' ? 1 : 0, Number(rest[1]), Buffer.from(rest[2] ?? '', 'hex'));
  if (word === 'dismiss') await guard.dismiss();
  if (word === 'throw') setTimeout(() => Promise.reject(new Error('as told')));
  say(`did ${word}`);
}
