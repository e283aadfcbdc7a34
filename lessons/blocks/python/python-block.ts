import type { Block } from 'blockly/core';
import type { Helper } from './helpers.ts';
import type { PythonProgram, WritePython } from './python-program.ts';

export type { WritePython } from './python-program.ts';

/** How a part of the kit is written. */
export interface PythonPart {
  /** As in `WiredPart.type`. */
  readonly part: string;
  /** What makes it: `LED(18)`. @param id of the part, which is wired. */
  readonly make: (id: string, program: PythonProgram) => string;
  readonly blocks: Readonly<Record<string, WritePython>>;
  readonly hats?: Readonly<Record<string, PythonHat>>;
  readonly helpers?: Readonly<Record<string, Helper>>;
}

/** How a stack is begun by something that happens. */
export interface PythonHat {
  /** The wanted name of its function. */
  readonly name: (hat: Block, program: PythonProgram) => string;
  /**
   * What is to be set to the function: `button.when_pressed`; several hats may share it. Left out for a stack that
   * nothing outside Steckbrett begins.
   */
  readonly target?: (hat: Block, program: PythonProgram) => string;
  /** What is set there; left out: the function. @param stack the function, or what puts its runs in order. */
  readonly handler?: (stack: string, program: PythonProgram) => string;
  /** A statement that begins the stack instead, for what gpiozero cannot tell by itself. */
  readonly begin?: (hat: Block, stack: string, program: PythonProgram) => string;
}
