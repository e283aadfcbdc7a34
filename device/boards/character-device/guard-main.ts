/**
 * `node guard-main.ts FOLDER LABEL[,LABEL…] "18 23 /sys/class/pwm/pwmchip0/pwm1"`: makes these lines outputs, low,
 * and lets them go, and silences these channels of the hardware's PWM. What the guard runs when the agent is gone, see
 * `guard.ts`. On Raspberry Pi OS a line that was let go keeps its level.
 */
import { ProblemError } from '../../contract/problem.ts';
import { openChip } from './find-chip.ts';
import { silenceChannel } from './hardware-pwm.ts';
import { loadLibc } from './libc.ts';
import { LineGroup } from './line-group.ts';
import { outputRequest } from './line-requests.ts';

const [folder = '/dev', labels = '', outputs = ''] = process.argv.slice(2);
const words = outputs.split(' ');
for (const channel of words.filter((word) => word.startsWith('/'))) silenceChannel(channel);
const libc = await loadLibc();
try {
  const chipFd = openChip(libc, labels.split(','), folder);
  for (const gpio of words.filter((word) => /^\d+$/.test(word))) setLow(chipFd, Number(gpio));
} catch (error) {
  // Without the chip there is nothing to set.
  if (!(error instanceof ProblemError)) throw error;
}

/** Line by line: one that a new agent has already must not keep the others from being set. */
function setLow(chipFd: number, gpio: number): void {
  const request = outputRequest([{ gpio, direction: 'output' }]);
  try {
    if (request) new LineGroup(libc, chipFd, request).close();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
