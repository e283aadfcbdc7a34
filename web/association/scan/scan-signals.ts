import * as z from 'zod/mini';

/** How a scan went: as hoped, or so that somebody should look. */
export type ScanSignal = 'good' | 'odd';

/** Which of the two a person wants to have. */
export type SignalWay = 'sound' | 'vibration';

const key = 'steckbrett.scan-signals';
const kept = z.object({ sound: z.boolean(), vibration: z.boolean() });

/** Heights of the tones, Hz, one after the other. */
const tones: Readonly<Record<ScanSignal, readonly number[]>> = { good: [1320], odd: [440, 330] };
/** One tone, s. */
const toneLength = 0.09;
/** ms of trembling and resting. */
const trembling: Readonly<Record<ScanSignal, number[]>> = { good: [60], odd: [90, 60, 90] };

/** Tells the ear and the hand how a scan went: in a store nobody looks at the phone. This device keeps which of it is wanted. */
export class ScanSignals {
  #audio: AudioContext | undefined;

  /** Whether this device can tremble. */
  readonly canTremble = 'vibrate' in navigator && matchMedia('(pointer: coarse)').matches;

  wants(way: SignalWay): boolean {
    return this.#wanted()[way];
  }

  set(way: SignalWay, on: boolean): void {
    try {
      localStorage.setItem(key, JSON.stringify({ ...this.#wanted(), [way]: on }));
    } catch {
      // A browser that keeps nothing gives both.
    }
  }

  /** Only after a person has touched the page does a browser let it sound. */
  give(signal: ScanSignal): void {
    if (this.wants('vibration')) navigator.vibrate?.(trembling[signal]);
    if (this.wants('sound')) this.#sound(tones[signal]);
  }

  stop(): void {
    void this.#audio?.close().catch(() => undefined);
    this.#audio = undefined;
  }

  #wanted(): z.infer<typeof kept> {
    try {
      const { data } = kept.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
      return data ?? { sound: true, vibration: true };
    } catch {
      return { sound: true, vibration: true };
    }
  }

  #sound(heights: readonly number[]): void {
    if (!('AudioContext' in globalThis)) return;
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    void audio.resume().catch(() => undefined);
    heights.forEach((height, index) => {
      const from = audio.currentTime + index * toneLength * 1.2;
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = height;
      volume.gain.setValueAtTime(0.2, from);
      // An end without a click.
      volume.gain.exponentialRampToValueAtTime(0.001, from + toneLength);
      tone.connect(volume).connect(audio.destination);
      tone.start(from);
      tone.stop(from + toneLength);
    });
  }
}
