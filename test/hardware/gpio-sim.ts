import type { Level } from '../../device/parts/driver.ts';
import type { EmulatedPi } from './emulator/emulated-pi.ts';

/**
 * A simulated GPIO chip of the guest's kernel (`Documentation/admin-guide/gpio/gpio-sim.rst`): to programs it is a
 * chip like any other, with any label; its inputs are worked through files.
 */
export interface SimulatedChip {
  /** Such as `gpiochip2`. */
  readonly name: string;
  /** Pulls an input up or down, as whatever is wired to it would. */
  drive(gpio: number, level: Level): Promise<void>;
  /** Pulls an input to one level after the other, as quickly as the guest's shell can. */
  driveQuickly(gpio: number, levels: readonly Level[]): Promise<void>;
  /** Present level of a line. */
  level(gpio: number): Promise<Level>;
  /** Takes the chip away, as long as nobody uses it. */
  remove(): Promise<void>;
}

/** As many as the 40-pin header has. */
const lines = 28;

/**
 * @param name of the chip's folder, not used before.
 * @param hogs lines that the kernel uses itself, with the name under which it does.
 */
export async function addSimulatedChip(
  pi: EmulatedPi,
  name: string,
  label: string,
  hogs: Readonly<Record<number, string>> = {},
): Promise<SimulatedChip> {
  const config = `/sys/kernel/config/gpio-sim/${name}`;
  const hog = ([line, user]: [string, string]) =>
    `mkdir -p bank/line${line}/hog && echo ${user} >bank/line${line}/hog/name && echo input >bank/line${line}/hog/direction &&`;
  const said = await pi.run(`
    mkdir -p ${config}/bank && cd ${config} && ${Object.entries(hogs).map(hog).join(' ')}
    echo ${lines} >bank/num_lines && echo ${label} >bank/label && echo 1 >live &&
    chip=$(cat bank/chip_name) && chgrp gpio /dev/$chip && chmod 0660 /dev/$chip &&
    echo $(cat dev_name) $chip`);
  const [device = '', chip = ''] = said.trim().split(' ');
  const files = (gpio: number) => `/sys/devices/platform/${device}/${chip}/sim_gpio${gpio}`;
  return {
    name: chip,
    async drive(gpio, level) {
      await pi.run(`echo pull-${level === 1 ? 'up' : 'down'} >${files(gpio)}/pull`);
    },
    async driveQuickly(gpio, levels) {
      const pulls = levels.map((level) => `echo pull-${level === 1 ? 'up' : 'down'} >${files(gpio)}/pull`);
      await pi.run(pulls.join('; '));
    },
    level: async (gpio) => ((await pi.run(`cat ${files(gpio)}/value`)).trim() === '1' ? 1 : 0),
    async remove() {
      const folders = Object.keys(hogs).flatMap((line) => [`bank/line${line}/hog`, `bank/line${line}`]);
      await pi.run(`cd ${config} && echo 0 >live && rmdir ${folders.join(' ')} bank && rmdir ${config}`);
    },
  };
}
