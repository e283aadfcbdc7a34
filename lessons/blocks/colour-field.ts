import type { MenuOption } from 'blockly/core';
import type { Blockly } from './family.ts';

/** The type under which the colour dropdown is registered with Blockly. */
export const colourFieldType = 'field_steckbrett_colour';

/** The colours to choose from, as LEDs show them, by their message's ending. */
const palette: Readonly<Record<string, string>> = {
  RED: '#ff0000',
  ORANGE: '#ff8000',
  YELLOW: '#ffff00',
  LIME: '#80ff00',
  GREEN: '#00ff00',
  TURQUOISE: '#00ffc0',
  SKY: '#00a0ff',
  BLUE: '#0000ff',
  PURPLE: '#a000ff',
  PINK: '#ff40a0',
  WHITE: '#ffffff',
  BLACK: '#000000',
};

/**
 * Registers the colour dropdown with Blockly: a dozen colours with their names, so that they can be told apart without
 * seeing them. It keeps any other `#rrggbb` that saved work brings. (Blockly's own plugin weighs 11 kB more, and
 * reads out numbers instead of names.)
 */
export function registerColourField(blockly: Blockly): void {
  class ColourField extends blockly.FieldDropdown {
    constructor() {
      super(blockly.Field.SKIP_SETUP);
      this.value_ = palette.RED ?? '';
      this.setOptions(() => this.menu());
      this.doValueUpdate_(this.value_);
    }

    static override fromJson(): ColourField {
      return new ColourField();
    }

    /** The block wears the colour itself, and its name in black or white, whichever is easier to read. */
    override applyColour(): void {
      super.applyColour();
      const block = this.getSourceBlock();
      if (!block || !('pathObject' in block)) return;
      const { svgPath } = (block as InstanceType<typeof blockly.BlockSvg>).pathObject;
      svgPath.setAttribute('fill', this.value_ ?? '');
      const ink = luminance(this.value_ ?? '') > 0.18 ? '#000000' : '#ffffff';
      for (const text of this.getSvgRoot()?.querySelectorAll('text') ?? [])
        text.style.setProperty('fill', ink, 'important');
      // The arrow is a white picture.
      for (const arrow of this.getSvgRoot()?.querySelectorAll('image') ?? [])
        arrow.style.filter = ink === '#000000' ? 'invert(1)' : '';
      this.borderRect_?.setAttribute('fill', this.value_ ?? '');
    }

    protected override doClassValidation_(value?: string): string | null {
      return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;
    }

    protected override doValueUpdate_(value: string): void {
      this.value_ = value;
      this.getOptions(false);
      super.doValueUpdate_(value);
      this.applyColour();
    }

    /** The palette, and in front the present colour if it is another. */
    private menu(): MenuOption[] {
      const options = Object.entries(palette).map(([name, colour]): MenuOption => {
        const label = blockly.Msg[`STECKBRETT_COLOUR_${name}`] ?? colour;
        return [swatch(colour, label), colour, label];
      });
      const present = this.value_ ?? '';
      if (Object.values(palette).includes(present)) return options;
      return [[swatch(present, present), present, present], ...options];
    }
  }

  blockly.fieldRegistry.register(colourFieldType, ColourField);
}

/** A line of the menu: a patch of the colour and its name; without a page only the name. */
function swatch(colour: string, label: string): string | HTMLElement {
  if (typeof document === 'undefined') return label;
  const line = document.createElement('span');
  line.title = label;
  const patch = document.createElement('span');
  patch.style.cssText = `display:inline-block;width:1.1em;height:1.1em;margin-inline-end:.5em;vertical-align:-.2em;border:1px solid #0006;border-radius:3px;background:${colour}`;
  line.append(patch, label);
  return line;
}

/** Relative luminance as WCAG 2.2 defines it, of `#rrggbb`; black text reads better above 0.18. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
