import { type Problem, problem } from '../../../device/contract/problem.ts';

/** Said after each: what pupils fear for most. */
const de = 'Deine Blöcke sind noch da.';
const en = 'Your blocks are still here.';

/** It is nothing that could be read. */
export function fileNotJson(): Problem {
  return problem(
    'file-not-json',
    `Diese Datei lässt sich nicht lesen. Nimm eine, die auf „.steckbrett.json“ endet. ${de}`,
    `This file can’t be read. Take one that ends in “.steckbrett.json”. ${en}`,
  );
}

/** It is JSON, but not ours. */
export function fileForeign(): Problem {
  return problem(
    'file-foreign',
    `Diese Datei ist nicht von Steckbrett. Nimm eine, die auf „.steckbrett.json“ endet. ${de}`,
    `This file is not from Steckbrett. Take one that ends in “.steckbrett.json”. ${en}`,
  );
}

export function fileOfOtherProgram(program: 'Scratch' | 'MakeCode' | 'Blockly'): Problem {
  return problem(
    'file-of-other-program',
    `Diese Datei ist von ${program}. Steckbrett öffnet nur Dateien, die auf „.steckbrett.json“ enden. ${de}`,
    `This file is from ${program}. Steckbrett only opens files that end in “.steckbrett.json”. ${en}`,
  );
}

export function fileIsPicture(): Problem {
  return problem(
    'file-is-picture',
    `Das ist ein Bild. Nimm die Datei, die auf „.steckbrett.json“ endet. ${de}`,
    `This is a picture. Take the file that ends in “.steckbrett.json”. ${en}`,
  );
}

export function fileTooLarge(): Problem {
  return problem(
    'file-too-large',
    `Diese Datei ist zu groß: Höchstens 1 MB geht. Nimm eine andere. ${de}`,
    `This file is too large: 1 MB is the most. Take another one. ${en}`,
  );
}

export function fileTooDeep(): Problem {
  return problem(
    'file-too-deep',
    `In dieser Datei stecken zu viele Blöcke ineinander. Nimm eine andere. ${de}`,
    `This file has too many blocks inside each other. Take another one. ${en}`,
  );
}

export function fileNewer(): Problem {
  return problem(
    'file-newer',
    `Diese Datei ist von einem neueren Steckbrett. Öffne sie dort, wo sie gespeichert wurde. ${de}`,
    `This file is from a newer Steckbrett. Open it where it was saved. ${en}`,
  );
}

/** It says that it is ours, but something is missing or in the wrong place. */
export function fileDamaged(): Problem {
  return problem(
    'file-damaged',
    `Diese Datei ist beschädigt. Speichere sie noch einmal, oder nimm eine andere. ${de}`,
    `This file is damaged. Save it again, or take another one. ${en}`,
  );
}

/** @param types the block types, told to adults in the detail */
export function fileUnknownBlocks(types: readonly string[]): Problem {
  return problem(
    'file-unknown-blocks',
    `In dieser Datei sind Blöcke, die Steckbrett nicht kennt. Nimm eine andere. ${de}`,
    `This file has blocks that Steckbrett doesn’t know. Take another one. ${en}`,
    types.slice(0, 10).join(', ').slice(0, 300),
  );
}
