import { runTool } from './run-tool.ts';

/**
 * Switches on in a device tree what Raspberry Pi OS leaves to `config.txt`:
 * SPI 0 with a device file for chip select 0 (`dtparam=spi=on`), and both channels of the PWM on GPIO 12 and 13
 * (`dtoverlay=pwm-2chan,pin=12,func=4,pin2=13,func2=4`).
 */
export function switchOnBuses(path: string): void {
  const put = (type: 's' | 'x', node: string, property: string, ...values: string[]) =>
    runTool('fdtput', ['-t', type, path, node, property, ...values]);
  const phandle = (group: string) =>
    runTool('fdtget', ['-t', 'x', path, `/soc/gpio@7e200000/${group}`, 'phandle'])
      .toString()
      .trim();

  const spi = '/soc/spi@7e204000';
  put('s', spi, 'pinctrl-names', 'default');
  put('x', spi, 'pinctrl-0', phandle('spi0-gpio7'));
  put('s', spi, 'status', 'okay');
  const device = `${spi}/spidev@0`;
  runTool('fdtput', ['-c', path, device]);
  // Linux gives a device file only to what it knows by name; this one stands for "anything".
  put('s', device, 'compatible', 'rohm,dh2228fv');
  put('x', device, 'reg', '0');
  put('x', device, 'spi-max-frequency', (10_000_000).toString(16));

  put('x', '/soc/pwm@7e20c000', 'pinctrl-0', phandle('pwm0-gpio12'), phandle('pwm1-gpio13'));
}
