import type { Level } from '../../parts/driver.ts';
import type { DigitalLines, LineSetting } from '../johnny-five/digital-lines.ts';
import { raspiIoFailed } from './problems.ts';
import type { RaspiModules } from './raspi-modules.ts';

/** An output is a level or a pulse train; each is an object of its own in raspi-io. */
interface Output {
  level: Level;
  write(level: Level): void;
  pulse(hertz: number, duty: number): void;
  end(): void;
}

interface Input {
  read(): Level;
  end(): void;
}

/** The pins of a Raspberry Pi by raspi-io, which writes to the chip's registers through pigpio. */
export function createRaspiLines(modules: RaspiModules): DigitalLines {
  const outputs = new Map<number, Output>();
  const inputs = new Map<number, Input>();
  let heard: (gpio: number, level: Level, at: number) => void = () => {};

  const release = async () => {
    for (const output of outputs.values()) output.end();
    for (const input of inputs.values()) input.end();
    outputs.clear();
    inputs.clear();
  };

  return {
    async claim(settings) {
      try {
        for (const setting of settings) {
          if (setting.direction === 'output') outputs.set(setting.gpio, openOutput(modules, setting));
          else
            inputs.set(
              setting.gpio,
              openInput(modules, setting, (level, at) => heard(setting.gpio, level, at)),
            );
        }
      } catch (error) {
        await release();
        throw raspiIoFailed(error);
      }
    },
    write: (gpio, level) => outputs.get(gpio)?.write(level),
    pulse: (gpio, { hertz, duty }) => outputs.get(gpio)?.pulse(hertz, duty),
    read: (gpio) => outputs.get(gpio)?.level ?? inputs.get(gpio)?.read() ?? 0,
    onInput(listener) {
      heard = listener;
    },
    release,
    close: release,
  };
}

function openOutput({ gpio, pwm }: RaspiModules, { gpio: number, safe = 0 }: LineSetting): Output {
  const pin = `GPIO${number}`;
  let plain: ReturnType<typeof gpio.createDigitalOutput> | undefined = gpio.createDigitalOutput({ pin });
  let train: { hertz: number; pwm: ReturnType<typeof pwm.createPWM> } | undefined;
  plain.write(safe);
  const output: Output = {
    level: safe,
    write(level) {
      if (!plain) {
        plain = gpio.createDigitalOutput({ pin });
        train = undefined;
      }
      plain.write(level);
      output.level = level;
    },
    pulse(hertz, duty) {
      if (train?.hertz !== hertz) {
        train = { hertz, pwm: pwm.createPWM({ pin, frequency: hertz }) };
        plain = undefined;
      }
      train.pwm.write(duty);
      output.level = 1;
    },
    end() {
      output.write(safe);
      plain?.destroy();
    },
  };
  return output;
}

function openInput(
  { gpio }: RaspiModules,
  setting: LineSetting,
  heard: (level: Level, at: number) => void,
): Input {
  const pulls = { up: gpio.PULL_UP, down: gpio.PULL_DOWN };
  const pullResistor = setting.pull ? pulls[setting.pull] : gpio.PULL_NONE;
  const input = gpio.createDigitalInput({ pin: `GPIO${setting.gpio}`, pullResistor });
  const quiet = setting.debounce ?? 0;
  let told = input.read();
  let waiting: NodeJS.Timeout | undefined;
  input.on('change', (level: Level) => {
    // raspi-io tells no time of the edge.
    const at = Number(process.hrtime.bigint() / 1000n);
    clearTimeout(waiting);
    const settle = () => {
      if (level === told) return;
      told = level;
      heard(level, at);
    };
    if (quiet === 0) settle();
    else waiting = setTimeout(settle, quiet / 1000);
  });
  return {
    read: () => input.read(),
    end() {
      clearTimeout(waiting);
      input.removeAllListeners('change');
      input.destroy();
    },
  };
}
