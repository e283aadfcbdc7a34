import { writeFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { encode } from 'uqr';
import { chromium as debianChromium, ensure } from '../../../scripts/setup/debian.ts';

const width = 640;
const height = 480;
/** px of one module of the code. */
const module = 8;

/** A film of one picture, in which somebody holds a label before the camera. */
export async function filmOfLabel(file: string, text: string): Promise<void> {
  const code = encode(text, { ecc: 'M', border: 4 });
  const luma = Buffer.alloc(width * height, 0xb0);
  const left = Math.floor((width - code.size * module) / 2);
  const top = Math.floor((height - code.size * module) / 2);
  code.data.forEach((row, y) => {
    row.forEach((dark, x) => {
      for (let line = 0; line < module; line += 1) {
        const start = (top + y * module + line) * width + left + x * module;
        luma.fill(dark ? 0x10 : 0xeb, start, start + module);
      }
    });
  });
  const colours = Buffer.alloc((width * height) / 2, 0x80);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, frame, frame]));
}

/** A browser on a machine whose camera shows this film. */
export function browserWithCamera(film: string): Promise<Browser> {
  return chromium.launch({
    executablePath: ensure(debianChromium),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
}
