import type { Language } from '../../locales/locale.ts';

/** Numbers with units as people of a language write them. */
export class Words {
  readonly language: Language;
  readonly #number: Intl.NumberFormat;
  readonly #exact: Intl.NumberFormat;
  readonly #length: Intl.NumberFormat;
  readonly #decimals: readonly Intl.NumberFormat[];

  constructor(language: Language) {
    this.language = language;
    this.#number = new Intl.NumberFormat(language, { maximumSignificantDigits: 5 });
    this.#exact = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
    this.#length = new Intl.NumberFormat(language, {
      minimumSignificantDigits: 2,
      maximumSignificantDigits: 3,
    });
    this.#decimals = [0, 1, 2, 3, 4, 5, 6].map(
      (digits) =>
        new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    );
  }

  /** A measured number. */
  number(value: number): string {
    return this.#number.format(value);
  }

  /** A measured number with its unit: "21.5 °C"; English writes "50%". */
  measured(value: number, unit: string): string {
    const gap = unit === '' || (unit === '%' && this.language === 'en') ? '' : ' ';
    return `${this.number(value)}${gap}${unit}`;
  }

  /** A length of time in µs: "1,0 s", "12,5 ms", "80 µs". */
  length(us: number): string {
    const size = Math.abs(us);
    if (size >= 999_500) return `${(size >= 1e8 ? this.#number : this.#length).format(us / 1e6)} s`;
    if (size >= 999.5) return `${this.#length.format(us / 1000)} ms`;
    return `${this.#exact.format(us)} µs`;
  }

  /** A moment in µs, told as finely as `step` µs: "12,345 s". */
  moment(us: number, step: number): string {
    const digits = Math.min(6, Math.max(0, 6 - Math.floor(Math.log10(Math.max(1, step)))));
    return `${this.#decimals[digits]!.format(us / 1e6)} s`;
  }

  /** How often in a second: "1 Hz", "1,25 kHz". */
  hertz(hertz: number): string {
    return hertz >= 999.5 ? `${this.#exact.format(hertz / 1000)} kHz` : `${this.#exact.format(hertz)} Hz`;
  }

  /** A share of 0 to 1: "50 %" in German, "50%" in English. */
  percent(share: number): string {
    return `${this.#decimals[0]!.format(share * 100)}${this.language === 'de' ? ' ' : ''}%`;
  }
}
