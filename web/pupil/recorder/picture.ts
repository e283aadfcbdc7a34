import { paintAxis } from './paint-axis.ts';
import { paintScene } from './paint-scene.ts';
import { axisHeight, type Scene } from './scene.ts';

/** Height of the title, and the margin around all, px. */
const titleHeight = 40;
const margin = 16;
/** Points of the picture for each px. */
const sharpness = 2;

/**
 * What is in sight as a PNG on white, with names, axis, title and below it what was measured.
 *
 * @throws Error when the browser has no memory for it.
 */
export async function pictureOf(scene: Scene, title: string, measured: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const lanes = scene.lanes.length * scene.laneHeight;
  const foot = measured === '' ? 0 : 28;
  canvas.width = (scene.width + 2 * margin) * sharpness;
  canvas.height = (titleHeight + axisHeight + lanes + foot + 2 * margin) * sharpness;
  const context = canvas.getContext('2d')!;
  context.scale(sharpness, sharpness);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(margin, margin);
  write(context, scene, title, `700 18px ${scene.paint.font}`, 14);
  context.translate(0, titleHeight);
  paintAxis(context, scene);
  context.translate(0, axisHeight);
  paintScene(context, scene);
  if (foot > 0) write(context, scene, measured, `500 14px ${scene.paint.font}`, lanes + 18);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function write(context: CanvasRenderingContext2D, scene: Scene, text: string, font: string, y: number): void {
  context.font = font;
  context.fillStyle = scene.paint.ink;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, 0, y, scene.width);
}
