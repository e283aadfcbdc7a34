import * as Blockly from 'blockly/core';
import type { Wiring } from '../../device/contract/wiring.ts';
import { blockTypesIn } from '../../lessons/blocks/block-types-in.ts';
import { registerBlocks } from '../../lessons/blocks/register.ts';
import { houseTheme } from '../../lessons/blocks/theme.ts';
import { setWiring } from '../../lessons/blocks/workspace-wiring.ts';
import { type Language, language as pageLanguage } from '../locales/locale.ts';
import { blockWords } from './block-words.ts';
import { standAlone } from './stand-alone-drawing.ts';

/** Room around the blocks for their outline, in Blockly's px. */
const margin = 2;

/**
 * Draws blocks as a picture that needs nothing else: its styles are in its attributes, so that it looks the same in any
 * shadow root, on paper and as a file. It is as large as blocks at scale 1 (`width` and `height`, px), has a `viewBox`,
 * and says the blocks in words as its `aria-label`.
 *
 * @param blocks as `Blockly.serialization.workspaces.save` gives them
 * @param wiring for the names of parts
 * @param language the page's own if left out
 * @throws Error when blocks could not be loaded, or Blockly does not know them.
 */
export async function blockPicture(
  blocks: Readonly<Record<string, unknown>>,
  wiring: Wiring,
  language: Language = pageLanguage(),
): Promise<SVGSVGElement> {
  await fontLoaded();
  await learn(language, blockTypesIn(blocks));
  // From here on nothing waits, so no other picture, nor the editor, can come in between.
  try {
    return draw(blocks, wiring);
  } finally {
    if (language !== pageLanguage()) void registerBlocks(Blockly, pageLanguage());
  }
}

/** Blockly measures texts when it draws them; in another font they would not fit their blocks. */
async function fontLoaded(): Promise<void> {
  const { family, weight, size } = houseTheme(Blockly).fontStyle;
  await document.fonts.load(`${weight} ${size}pt ${family}`, 'Aä').catch(() => undefined);
}

/** Blockly speaks one language at a time; what else is drawn meanwhile may have switched it. */
async function learn(language: Language, types: Iterable<string>): Promise<void> {
  do await registerBlocks(Blockly, language, types);
  while (Blockly.Msg.STECKBRETT_LANGUAGE !== language);
}

function draw(blocks: Readonly<Record<string, unknown>>, wiring: Wiring): SVGSVGElement {
  const main = Blockly.common.getMainWorkspace();
  const host = hiddenHost();
  const workspace = Blockly.inject(host, {
    renderer: 'zelos',
    theme: houseTheme(Blockly),
    media: '/blockly-media/',
    sounds: false,
    readOnly: true,
    move: { scrollbars: false, drag: false, wheel: false },
  });
  // Nobody listens, and no warning about wiring belongs into a picture.
  Blockly.Events.disable();
  try {
    setWiring(workspace, wiring);
    Blockly.serialization.workspaces.load({ ...blocks }, workspace);
    Blockly.renderManagement.triggerQueuedRenders(workspace);
    return cut(workspace);
  } finally {
    workspace.dispose();
    host.remove();
    Blockly.Events.enable();
    // The last workspace made takes the keyboard; it belongs to the one that people work in.
    if (main) Blockly.common.setMainWorkspace(main);
  }
}

/** It must be laid out, or nothing could be measured. */
function hiddenHost(): HTMLElement {
  const host = document.createElement('div');
  host.style.cssText =
    'position:fixed;left:0;top:0;width:10px;height:10px;overflow:hidden;visibility:hidden;pointer-events:none';
  host.inert = true;
  document.body.append(host);
  return host;
}

function cut(workspace: Blockly.WorkspaceSvg): SVGSVGElement {
  const canvas = workspace.getCanvas();
  const { x, y, width, height } = canvas.getBBox();
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const [wide, high] = [Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin)];
  picture.setAttribute('viewBox', `${x - margin} ${y - margin} ${wide} ${high}`);
  picture.setAttribute('width', String(wide));
  picture.setAttribute('height', String(high));
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', blockWords(workspace));
  picture.append(standAlone(canvas));
  return picture;
}
