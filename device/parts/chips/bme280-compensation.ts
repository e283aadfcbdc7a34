/** Calibration of one BME280, as its maker burns it into each chip; these are those of the data sheet's example. */
export const calibration = {
  T1: 27504,
  T2: 26435,
  T3: -1000,
  P1: 36477,
  P2: -10685,
  P3: 3024,
  P4: 2855,
  P5: 140,
  P6: -7,
  P7: 15500,
  P8: -14600,
  P9: 6000,
  H1: 75,
  H2: 370,
  H3: 0,
  H4: 313,
  H5: 50,
  H6: 30,
};

/** What the converters of the chip give for this air: °C, percent, hPa. */
export function rawReadings(air: { temperature: number; humidity: number; pressure: number }) {
  const temperature = inverse(20, (raw) => fine(raw) / 5120, air.temperature);
  const t = fine(temperature);
  return {
    temperature,
    // The pressure falls as its raw value rises.
    pressure: inverse(20, (raw) => -compensatedPressure(raw, t), -air.pressure * 100),
    humidity: inverse(16, (raw) => compensatedHumidity(raw, t), air.humidity),
  };
}

/** The raw value whose compensated one comes nearest, for a function that rises. */
function inverse(bits: number, compensated: (raw: number) => number, wanted: number): number {
  let low = 0;
  let high = 2 ** bits - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compensated(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The formulas in floating point of the data sheet BST-BME280-DS002, section 4.2.3 and appendix 8.1.
const c = calibration;

function fine(raw: number): number {
  const first = (raw / 16384 - c.T1 / 1024) * c.T2;
  return first + (raw / 131072 - c.T1 / 8192) ** 2 * c.T3;
}

/** Pa. */
function compensatedPressure(raw: number, t: number): number {
  let first = t / 2 - 64000;
  let second = (first * first * c.P6) / 32768;
  second += first * c.P5 * 2;
  second = second / 4 + c.P4 * 65536;
  first = ((c.P3 * first * first) / 524288 + c.P2 * first) / 524288;
  first = (1 + first / 32768) * c.P1;
  let pressure = 1048576 - raw;
  pressure = ((pressure - second / 4096) * 6250) / first;
  first = (c.P9 * pressure * pressure) / 2147483648;
  second = (pressure * c.P8) / 32768;
  return pressure + (first + second + c.P7) / 16;
}

/** Percent. */
function compensatedHumidity(raw: number, t: number): number {
  const base = t - 76800;
  const humidity =
    (raw - (c.H4 * 64 + (c.H5 / 16384) * base)) *
    ((c.H2 / 65536) * (1 + (c.H6 / 67108864) * base * (1 + (c.H3 / 67108864) * base)));
  return humidity * (1 - (c.H1 * humidity) / 524288);
}
