/**
 * `node guard-main.ts FOLDER LABEL[,LABEL…] "18=0 23=1 /sys/class/pwm/pwmchip0/pwm1=0 spi:0:2400000:924924"`: ends the
 * pulses of these channels of the hardware's PWM at this level, makes these lines outputs of these levels and lets them
 * go, and sends these bytes over SPI. What the guard runs when the agent is gone, see `guard.ts`. On Raspberry Pi OS a
 * line that was let go keeps its level.
 */
import { join } from 'node:path';
import { ProblemError } from '../../contract/problem.ts';
import type { Level } from '../../parts/driver.ts';
import { openChip } from './find-chip.ts';
import { settleChannel } from './hardware-pwm.ts';
import { loadLibc } from './libc.ts';
import { LineGroup } from './line-group.ts';
import { outputRequest } from './line-requests.ts';
import { openSpiBus } from './spi-dev.ts';

const [folder = '/dev', labels = '', outputs = ''] = process.argv.slice(2);
const words = outputs.split(' ');
for (const [, channel, level] of matches(/^(\/.*)=([01])$/)) settleChannel(channel!, levelOf(level));

const libc = await loadLibc();
const lines = matches(/^(\d+)=([01])$/);
if (lines.length > 0) {
  unlessRefused(() => {
    const chipFd = openChip(libc, labels.split(','), folder);
    // Line by line: one that a new agent has already must not keep the others from being set.
    for (const [, gpio, level] of lines) unlessRefused(() => settle(chipFd, Number(gpio), levelOf(level)));
  });
}
for (const word of words.filter((one) => one.startsWith('spi:'))) {
  const [, chipSelect, hertz, hex = ''] = word.split(':');
  unlessRefused(() => {
    const bus = openSpiBus(libc, { devices: [join(folder, 'spidev0.0'), join(folder, 'spidev0.1')] });
    bus.transfer(chipSelect === '1' ? 1 : 0, Number(hertz), Buffer.from(hex, 'hex'));
  });
}

function matches(form: RegExp): RegExpExecArray[] {
  return words.map((word) => form.exec(word)).filter((found) => found !== null);
}

function levelOf(digit: string | undefined): Level {
  return digit === '1' ? 1 : 0;
}

function settle(chipFd: number, gpio: number, safe: Level): void {
  const request = outputRequest([{ gpio, direction: 'output', safe }]);
  if (request) new LineGroup(libc, chipFd, request).close();
}

/** What the machine refuses, such as for want of the chip, needs no guard any more. */
function unlessRefused(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
