import type { ModuleComponent } from '../../lessons/circuit/circuit.ts';

const sizes: Readonly<Record<ModuleComponent['kind'], { width: number; height: number }>> = {
  converter: { width: 92, height: 60 },
  climate: { width: 84, height: 70 },
  distance: { width: 92, height: 112 },
  motion: { width: 96, height: 88 },
  servo: { width: 128, height: 74 },
  motor: { width: 148, height: 104 },
  strip: { width: 92, height: 76 },
  lcd: { width: 158, height: 82 },
  oled: { width: 104, height: 76 },
  'sense-hat': { width: 140, height: 150 },
  bare: { width: 104, height: 64 },
  supply: { width: 92, height: 60 },
};

/** Between two pins of a module. */
const pinPitch = 13;

/** How large a module is drawn: at least so high that its pins have room. */
export function moduleSize({ kind, terminals, print }: ModuleComponent): { width: number; height: number } {
  const { width, height } = sizes[kind];
  const lights = kind === 'strip' ? Math.ceil(Number(print ?? 8) / lightsInRow) * 15 + 22 : 0;
  return { width, height: Math.max(height, terminals.length * pinPitch + 16, lights) };
}

/** Lights of a strip that stand beside each other. */
export const lightsInRow = 4;

/** How far below a module's top its pin lies. */
export function terminalOffset(module: ModuleComponent, index: number): number {
  const { height } = moduleSize(module);
  const span = (module.terminals.length - 1) * pinPitch;
  return (height - span) / 2 + index * pinPitch;
}
