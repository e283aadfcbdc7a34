import type { I2cBus } from '../buses.ts';

/** How ST's sensors are told to go on to the next register while reading. */
export const autoIncrement = 0x80;

export function readRegisters(bus: I2cBus, address: number, register: number, length: number): DataView {
  const bytes = bus.writeRead(address, Uint8Array.of(register), length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function writeRegister(bus: I2cBus, address: number, register: number, value: number): void {
  bus.write(address, Uint8Array.of(register, value));
}
