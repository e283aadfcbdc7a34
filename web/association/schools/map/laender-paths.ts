import laender from './laender.json' with { type: 'json' };
import { project } from './projection.ts';

/**
 * Outlines of the Länder as paths on the plane. `laender.json` is cut from Natural Earth (public domain): for each Land
 * its rings, each a flat list of steps in 0.001° of longitude and latitude, the first from 0, 0.
 */
export function laenderPaths(): readonly { readonly land: string; readonly path: string }[] {
  return Object.entries(laender as Record<string, number[][]>).map(([land, rings]) => ({
    land,
    path: rings.map(ringPath).join(''),
  }));
}

function ringPath(steps: readonly number[]): string {
  let [longitude, latitude] = [0, 0];
  let path = '';
  for (let at = 0; at < steps.length; at += 2) {
    longitude += steps[at] ?? 0;
    latitude += steps[at + 1] ?? 0;
    const { x, y } = project(longitude / 1000, latitude / 1000);
    path += `${path === '' ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`;
  }
  return `${path}Z`;
}
