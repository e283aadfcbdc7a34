/** What the agent must know of a kind of Raspberry Pi before it touches a pin. */
export interface BoardModel {
  /** As the maker calls it: "Raspberry Pi 4 Model B". */
  readonly name: string;
  /**
   * Other names of `/proc/device-tree/model`, without the revision: the firmware writes "Plus" where the device
   * trees' sources say "+".
   */
  readonly otherNames?: readonly string[];
  /** First entries of `/proc/device-tree/compatible` that mean this model. */
  readonly compatible: readonly string[];
  /**
   * Where the 40 pins are: `pins` on the board, `holes` into which pins may yet have to be soldered, or on a
   * `carrier` board, which need not have them. The order of the pins is the same on all models.
   */
  readonly header: 'pins' | 'holes' | 'carrier';
  /** Label of the GPIO chip that serves the header. */
  readonly gpioChipLabel: 'pinctrl-bcm2835' | 'pinctrl-bcm2711' | 'pinctrl-rp1';
  /** Number of the I²C bus on GPIO 2 and 3: `/dev/i2c-1`. */
  readonly i2cBus: number;
  /** Number of the SPI bus on GPIO 7 to 11: `/dev/spidev0.0`. */
  readonly spiBus: number;
  readonly pwm: PwmPins;
  /** Whether raspi-io can drive it. */
  readonly raspiIo: RaspiIoSupport;
  /** Memory of the smallest variant in MB, where it is tight. */
  readonly smallestMemory?: number;
}

/** The hardware PWM of the header. */
export interface PwmPins {
  /** End of the name of the PWM chip's device: `/sys/class/pwm/pwmchip*` points to a folder that is called so. */
  readonly device: string;
  /** Channel of each GPIO that can be an output of the chip. */
  readonly channels: Readonly<Record<number, number>>;
}

/** `revisions` are those that raspi-board knows; it takes all others for a Model B+. */
export type RaspiIoSupport =
  | { readonly works: true; readonly revisions: readonly string[] }
  /** `chip`: pigpio cannot drive the chip. `unknown`: raspi-board knows no revision of this model. */
  | { readonly works: false; readonly because: 'chip' | 'unknown' };
