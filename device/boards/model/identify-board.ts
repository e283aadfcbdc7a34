import { type Problem, problem } from '../../contract/problem.ts';
import type { Machine } from '../machine.ts';
import type { BoardModel } from './board-model.ts';
import { boardModels } from './models.ts';

/** Which board a machine is, as far as we know. */
export interface IdentifiedBoard {
  /** The machine's own name, for people. */
  readonly name: string;
  /** `undefined`: none that we know; its pins are taken for the usual header, and `warning` says so. */
  readonly model: BoardModel | undefined;
  /** Such as "1.4", where the machine tells it. */
  readonly revision: string | undefined;
  readonly warning: Problem | undefined;
}

/**
 * Finds the model by the machine's name, then by what it is compatible with. The name comes first because Raspberry
 * Pi OS boots some models with the device tree of another one and corrects only the name.
 */
export function identifyBoard({ name, compatible }: Machine): IdentifiedBoard {
  const [, plain = '', revision] = /^(.*?)(?: Rev (\S+))?$/.exec(name ?? '') ?? [];
  const model =
    boardModels.find((one) => one.name === plain || one.otherNames?.includes(plain)) ??
    boardModels.find((one) => compatible[0] !== undefined && one.compatible.includes(compatible[0]));
  const shown = name ?? compatible[0] ?? 'unknown machine';
  return { name: shown, model, revision, warning: model ? undefined : boardUnknown(shown) };
}

/** What people should know of a model before they wire something; for the log. */
export function remarks({ header, smallestMemory }: BoardModel): string[] {
  const all: string[] = [];
  if (header === 'holes') all.push('this model is sold without header pins: they must be soldered in');
  if (header === 'carrier')
    all.push('this is a compute module: its carrier board decides which pins of the header exist');
  if (smallestMemory !== undefined)
    all.push(`this model may have only ${smallestMemory} MB of memory: run no desktop beside the agent`);
  return all;
}

function boardUnknown(name: string): Problem {
  return problem(
    'board-unknown',
    `Das Modell „${name}“ ist hier nicht bekannt. Seine Pins werden wie die übliche 40-polige Leiste behandelt. Prüfen Sie vor dem Anschließen im Datenblatt, dass GPIO-Nummern und Spannung (3,3 V) stimmen.`,
    `The model “${name}” is not known here. Its pins are treated as the usual 40-pin header. Before connecting anything, check in its data sheet that the GPIO numbers and the voltage (3.3 V) are right.`,
  );
}
