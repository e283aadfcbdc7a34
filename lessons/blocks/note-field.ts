import type { MenuOption } from 'blockly/core';
import type { Blockly } from './family.ts';

/** The type under which the note dropdown is registered with Blockly. */
export const noteFieldType = 'field_steckbrett_note';

/** From C4 (c′) to C6 (c‴), as MIDI numbers them. */
const lowest = 60;
const highest = 84;

/** The frequency of a note in hertz, rounded to 0.01: equal temperament, A4 (MIDI 69) at 440 Hz. */
export function hertzOf(note: number): number {
  return Math.round(440 * 2 ** ((note - 69) / 12) * 100) / 100;
}

/** What people call a note: "cis′" in German, "C♯4" in English. */
function noteName(messages: Readonly<Record<string, string>>, note: number): string {
  const names = (messages.STECKBRETT_NOTE_NAMES ?? '').split(' ');
  const octaves = (messages.STECKBRETT_NOTE_OCTAVES ?? '').split(' ');
  return `${names[note % 12] ?? note}${octaves[Math.floor((note - lowest) / 12)] ?? ''}`;
}

/** Registers the note dropdown with Blockly; its value is the note's MIDI number. */
export function registerNoteField(blockly: Blockly): void {
  const menu = () =>
    Array.from({ length: highest - lowest + 1 }, (_, step): MenuOption => {
      const note = lowest + step;
      return [noteName(blockly.Msg, note), String(note)];
    });

  class NoteField extends blockly.FieldDropdown {
    constructor() {
      super(menu);
    }

    static override fromJson(): NoteField {
      return new NoteField();
    }
  }

  blockly.fieldRegistry.register(noteFieldType, NoteField);
}
