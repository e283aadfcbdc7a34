import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPi, type EmulatedPi } from './emulator/emulated-pi.ts';

describe('the buses of the emulated Raspberry Pi 3B, as a user without root finds them', () => {
  let pi: EmulatedPi;
  const asPi = async (command: string) => {
    const process = await pi.start(`sh -c "${command}"`, { user: 'pi' });
    const status = await process.ended();
    return { status, said: process.output.trim() };
  };

  beforeAll(async () => {
    pi = await bootPi({ wired: [{ id: 'thermo', type: 'tmp105', i2cBus: 1, address: 0x48 }] });
  });
  afterAll(async () => {
    await pi?.cutPower();
  });

  it.each([
    [21_500, '0x8015'],
    [-5_000, '0x00fb'],
  ])('reads a thermometer on I²C 1 that has %d m°C outside', async (temperature, word) => {
    await pi.set('thermo', 'temperature', temperature);
    expect(await asPi('i2cget -y 1 0x48 0 w')).toEqual({ status: 0, said: word });
  });

  it('hears nobody at another address', async () => {
    expect((await asPi('i2cget -y 1 0x49 0 w')).status).not.toBe(0);
  });

  it('has SPI 0 on its pins and may use it', async () => {
    expect(await asPi('test -r /dev/spidev0.0 -a -w /dev/spidev0.0')).toEqual({ status: 0, said: '' });
    expect(await pi.gpio.function(11)).toBe('alt0');
  });

  it('has a PWM on GPIO 12 and 13 and may set it', async () => {
    const channel = '/sys/class/pwm/pwmchip0/pwm1';
    const turns = 'for i in 1 2 3 4 5 6 7 8 9 10; do test -w $c/period && break; sleep 1; done';
    expect(
      await asPi(
        `c=${channel}; echo 1 >/sys/class/pwm/pwmchip0/export; ${turns}; echo 20000000 >$c/period; echo 1500000 >$c/duty_cycle; echo 1 >$c/enable; cat $c/duty_cycle`.replaceAll(
          '$',
          '\\$',
        ),
      ),
    ).toEqual({ status: 0, said: '1500000' });
    expect(await pi.gpio.function(13)).toBe('alt0');
  });
});
