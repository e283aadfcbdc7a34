import type { Board, BoardEvent } from '../boards/board.ts';
import type { WiredPart } from '../contract/wiring.ts';
import { partCatalog } from '../parts/catalog.ts';
import type { PartValue } from '../parts/driver.ts';
import type { PartDefinition } from '../parts/part.ts';
import type { ProgramPart } from './vm/program-parts.ts';
import { reportedValues } from './vm/program-parts.ts';

type Report = (part: string, value: string, is: PartValue) => void;

/** Reads the parts of a board for a program, at its start and whenever something happened on it. */
export class ValueReports {
  readonly #board: Board;
  readonly #report: Report;
  readonly parts: readonly ProgramPart[];
  /** What the sensors measured at the beginning. */
  readonly measured: { readonly part: string; readonly value: string; readonly is: PartValue }[] = [];
  /** Values last reported, by part and value. */
  readonly #reported = new Map<string, Map<string, PartValue>>();
  readonly #partOfGpio = new Map<number, string>();

  constructor(board: Board, report: Report) {
    this.#board = board;
    this.#report = report;
    this.parts = board.wiring.parts.flatMap((wired) => {
      const definition = partCatalog.get(wired.type);
      return definition ? [this.#describe(wired, definition)] : [];
    });
  }

  /** Reports what an event of the board has changed. */
  hear(event: BoardEvent): void {
    if (event.kind === 'pwm') return;
    if (event.kind === 'value') {
      this.#changed(event.part, event.value, event.is);
      return;
    }
    const id = event.kind === 'pin' ? this.#partOfGpio.get(event.gpio) : event.part;
    if (id === undefined) return;
    for (const value of this.#reported.get(id)?.keys() ?? []) {
      this.#changed(id, value, this.#board.read(id, value));
    }
  }

  #changed(part: string, value: string, is: PartValue): void {
    const reported = this.#reported.get(part);
    if (!reported?.has(value) || reported.get(value) === is) return;
    reported.set(value, is);
    this.#report(part, value, is);
  }

  #describe(wired: WiredPart, definition: PartDefinition): ProgramPart {
    const values = Object.fromEntries(
      Object.keys(definition.values).map((value) => [value, this.#board.read(wired.id, value)]),
    );
    const commands = Object.fromEntries(
      Object.entries(definition.commands).map(([name, command]) => [name, command.effects ?? {}]),
    );
    const part = { id: wired.id, commands, values };
    for (const gpio of Object.values(wired.pins)) this.#partOfGpio.set(gpio, wired.id);
    for (const input of Object.values(definition.inputs)) {
      if (input.type !== 'number') continue;
      this.measured.push({ part: wired.id, value: input.value, is: values[input.value]! });
    }
    this.#reported.set(wired.id, new Map(Object.entries(reportedValues(part))));
    return part;
  }
}
