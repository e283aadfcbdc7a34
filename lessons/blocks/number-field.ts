import type { Blockly } from './family.ts';
import type { Language } from './messages/index.ts';

const plainNumber = /^\s*(-?\d*),(\d+)\s*$/;
const englishThousands = /^\s*-?\d{1,3},\d{3}\s*$/;

/** Reads a comma as people of the language write it: "0,5" is a half; only in English "1,500" is a lot. */
export function readComma(text: string, language: Language): string {
  if (language === 'en' && englishThousands.test(text)) return text;
  return text.replace(plainNumber, '$1.$2');
}

/** A number as people of the language write it: a half is "0,5" in German. */
export function writeNumber(value: unknown, language: Language): string {
  const text = String(value ?? '');
  return language === 'de' ? text.replace('.', ',') : text;
}

/**
 * Lets number fields show and understand numbers as the language writes them. Blockly shows the machine's shape and
 * strips commas, so that "0,5" would silently become 5. What is saved, and the program, are the same in each language.
 *
 * @param language asked each time, so that a switch of the language counts at once.
 */
export function registerNumberField(blockly: Blockly, language: () => Language): void {
  class NumberField extends blockly.FieldNumber {
    protected override doClassValidation_(value?: unknown): number | null {
      return super.doClassValidation_(typeof value === 'string' ? readComma(value, language()) : value);
    }

    /** While somebody types, what they type. */
    protected override getText_(): string | null {
      return super.getText_() ?? writeNumber(this.getValue(), language());
    }

    protected override getEditorText_(value: unknown): string {
      return writeNumber(value, language());
    }
  }
  blockly.fieldRegistry.unregister('field_number');
  blockly.fieldRegistry.register('field_number', NumberField);
}
