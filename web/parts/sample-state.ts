import type { WiredPart } from '../../device/contract/wiring.ts';
import { type BoardState, emptyBoardState, valueKey } from '../board/board-state.ts';

/** Bytes of a smile on a display of 128 × 64, in base64. */
function smile(): string {
  const pages = new Uint8Array(1024);
  const dot = (x: number, y: number) => {
    pages[(y >> 3) * 128 + x]! |= 1 << (y & 7);
  };
  for (let step = 0; step < 720; step += 1) {
    const angle = (step / 360) * Math.PI;
    for (const radius of [24, 25]) {
      dot(Math.round(64 + radius * Math.cos(angle)), Math.round(32 + radius * Math.sin(angle)));
    }
    if (Math.sin(angle) > 0.35)
      dot(Math.round(64 + 14 * Math.cos(angle)), Math.round(33 + 14 * Math.sin(angle)));
  }
  for (const x of [55, 56, 72, 73]) for (const y of [24, 25, 26, 27]) dot(x, y);
  return btoa(String.fromCharCode(...pages));
}

const rainbow = ['e5483d', 'f08a3c', 'ffd24d', '7dd35f', '2fb5a8', '4d8df0', '8a5cf0', 'e05ab8'];

const pictures: Readonly<Record<string, () => string>> = {
  strip: () => rainbow.join(''),
  lcd: () => 'Hallo!\n   Steckbrett',
  oled: smile,
  'sense-hat': () => rainbow.map((colour) => colour.repeat(8)).join(''),
};

const values: Readonly<Record<string, number>> = {
  distance: 42,
  angle: 60,
  position: 65,
  brightness: 70,
  temperature: 21.5,
};

/** A part at its most telling, for its picture in the gallery: the LED is on, the display says hello. */
export function sampleState(part: WiredPart): BoardState {
  const levels = new Map<number, 0 | 1>(
    Object.entries(part.pins).map(([name, gpio]) => [gpio, name === 'green' ? 0 : 1]),
  );
  const picture = pictures[part.type]?.();
  const known = new Map<string, number | string>(
    Object.entries(values).map(([value, is]) => [valueKey(part.id, value), is]),
  );
  if (picture !== undefined) known.set(valueKey(part.id, 'picture'), picture);
  return { ...emptyBoardState, levels, values: known };
}
