import { createSimulatedAds1115 } from '../../parts/adc/simulated-ads1115.ts';
import { createSimulatedMcp3008 } from '../../parts/adc/simulated-mcp3008.ts';
import type { BusUse } from '../../parts/part.ts';
import type { SimulatedI2cChip, SimulatedSpiChip } from '../../parts/simulated-context.ts';
import type { WiredBusSide } from './wired-bus-side.ts';

/** Volts at the reference input of an MCP3008, which the kit ties to the supply. */
const reference = 3.3;

/** The converters that the analogue parts of a wiring share. They keep their registers while nothing is rewired. */
export class SimulatedConverters {
  readonly #sides: () => readonly WiredBusSide[];
  readonly #ads1115 = new Map<number, SimulatedI2cChip>();

  constructor(sides: () => readonly WiredBusSide[]) {
    this.#sides = sides;
  }

  /** The ADS1115 at this I²C address, if an analogue part is wired to one. */
  i2c(address: number): SimulatedI2cChip | undefined {
    if (!this.#uses().some(({ use }) => isAt(use, 'i2c', address))) return undefined;
    const chip =
      this.#ads1115.get(address) ??
      createSimulatedAds1115(address, (channel) => this.#volts('i2c', address, channel));
    this.#ads1115.set(address, chip);
    return chip;
  }

  /** The MCP3008 at this chip select, if an analogue part is wired to one. */
  spi(chipSelect: 0 | 1): SimulatedSpiChip | undefined {
    if (!this.#uses().some(({ use }) => isAt(use, 'spi', chipSelect))) return undefined;
    return createSimulatedMcp3008(
      chipSelect,
      (channel) => this.#volts('spi', chipSelect, channel) / reference,
    );
  }

  /** A channel with nothing at it reads as ground. */
  #volts(bus: BusUse['bus'], address: number, channel: number): number {
    const found = this.#uses().find(({ use }) => isAt(use, bus, address) && use.shared?.channel === channel);
    return found?.side.volts?.() ?? 0;
  }

  #uses() {
    return this.#sides().flatMap(({ part: { definition, options }, side }) =>
      (definition.buses?.(options) ?? []).filter(({ shared }) => shared).map((use) => ({ use, side })),
    );
  }
}

function isAt(use: BusUse, bus: BusUse['bus'], address: number): boolean {
  return use.bus === bus && use.address === address;
}
