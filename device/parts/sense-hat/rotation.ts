/** How far the picture is turned clockwise on the HAT, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

const directions = ['up', 'right', 'down', 'left'] as const;
export type Direction = (typeof directions)[number];

/** Which way the joystick went for somebody who sees the picture upright. */
export function seenDirection(onHat: Direction, rotation: Rotation): Direction {
  return directions[(directions.indexOf(onHat) - rotation / 90 + 4) % 4]!;
}

/** The opposite: which way on the HAT is this one of the picture. */
export function directionOnHat(seen: Direction, rotation: Rotation): Direction {
  return directions[(directions.indexOf(seen) + rotation / 90) % 4]!;
}

/** A vector on the HAT (to the right, to the front), as somebody sees it for whom the picture is upright. */
export function seenVector([right, front]: readonly [number, number], rotation: Rotation): [number, number] {
  switch (rotation) {
    case 0:
      return [right, front];
    case 90:
      return [front, -right];
    case 180:
      return [-right, -front];
    case 270:
      return [-front, right];
  }
}

/** A square picture, row by row, as the HAT must show it. */
export function pictureOnHat<Colour>(seen: readonly Colour[], rotation: Rotation): Colour[] {
  const side = Math.sqrt(seen.length);
  const last = side - 1;
  return seen.map((_, place) => {
    const x = place % side;
    const y = Math.floor(place / side);
    const [column, row] = { 0: [x, y], 90: [y, last - x], 180: [last - x, last - y], 270: [last - y, x] }[
      rotation
    ];
    return seen[row! * side + column!]!;
  });
}
