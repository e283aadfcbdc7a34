import type { Block, FieldDropdown, FieldDropdownFromJsonConfig, MenuOption } from 'blockly/core';
import type { Blockly } from './family.ts';
import { partFieldName, partFieldType } from './part-argument.ts';
import { partLabel, unwiredLabel } from './part-label.ts';
import { wiredParts } from './workspace-wiring.ts';

const partId = /^(?:[a-z][a-z0-9-]{0,31})?$/;

/** A dropdown of parts. */
export interface PartField extends FieldDropdown {
  /** As in `WiredPart.type`. */
  readonly part: string;
  /** Takes up a changed wiring or language; a field without a part takes the first. */
  refresh(): void;
}

/** The part dropdown of a block; `undefined` for a block that speaks to no part. */
export function partFieldOf(block: Block): PartField | undefined {
  const field = block.getField(partFieldName);
  return field && 'part' in field && 'refresh' in field ? (field as PartField) : undefined;
}

/**
 * Registers the part dropdown with Blockly. Unlike Blockly's own dropdown it keeps a part that is not wired
 * (now): a changed wiring must never change a program behind a pupil's back.
 */
export function registerPartField(blockly: Blockly): void {
  class WiredPartField extends blockly.FieldDropdown implements PartField {
    readonly part: string;

    constructor(part: string) {
      super(blockly.Field.SKIP_SETUP);
      this.part = part;
      this.setOptions(() => this.menu());
    }

    static override fromJson(options: FieldDropdownFromJsonConfig & { part?: string }): WiredPartField {
      return new WiredPartField(options.part ?? '');
    }

    override setSourceBlock(block: Block): void {
      super.setSourceBlock(block);
      this.refresh();
    }

    refresh(): void {
      this.doValueUpdate_(this.value_ || (this.wired()[0]?.id ?? ''));
      this.forceRerender();
    }

    protected override doClassValidation_(value?: string): string | null {
      return typeof value === 'string' && partId.test(value) ? value : null;
    }

    protected override doValueUpdate_(value: string): void {
      this.value_ = value;
      this.getOptions(false);
      super.doValueUpdate_(value);
    }

    private wired() {
      const block = this.getSourceBlock();
      return (block && wiredParts(block.workspace, this.part)) ?? [];
    }

    /** The wired parts, and in front the present one if it is not wired. */
    private menu(): MenuOption[] {
      const wired = this.wired();
      const options = wired.map((part): MenuOption => [partLabel(blockly.Msg, part), part.id]);
      const present = this.value_ ?? '';
      if (options.length > 0 && (present === '' || wired.some((part) => part.id === present))) return options;
      return [[unwiredLabel(blockly.Msg, present), present], ...options];
    }
  }

  blockly.fieldRegistry.register(partFieldType, WiredPartField);
}
