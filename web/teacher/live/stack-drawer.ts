import * as Blockly from 'blockly/core';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { registerBlocks } from '../../../lessons/blocks/register.ts';
import { houseTheme } from '../../../lessons/blocks/theme.ts';
import { setWiring } from '../../../lessons/blocks/workspace-wiring.ts';
import { language } from '../../locales/locale.ts';
import { blockWords } from '../../ui/block-words.ts';
import { standAlone } from '../../ui/stand-alone-drawing.ts';
import type { DrawnStack, StackPainter } from './picture-store.ts';

/**
 * Draws stacks of blocks, one at a time, in a hidden workspace that stays for all of them: to make one takes longer than
 * to draw.
 */
export class StackDrawer implements StackPainter {
  #workspace: Blockly.WorkspaceSvg | undefined;
  #fontLoaded = false;

  async learn(types: Iterable<string>): Promise<void> {
    if (!this.#fontLoaded) {
      // Blockly measures texts when it draws them; in another font they would not fit their blocks.
      const { family, weight, size } = houseTheme(Blockly).fontStyle;
      await document.fonts.load(`${weight} ${size}pt ${family}`, 'Aä').catch(() => undefined);
      this.#fontLoaded = true;
    }
    const unknown = [...types].filter((type) => !(type in Blockly.Blocks));
    if (unknown.length > 0 || Blockly.Msg.STECKBRETT_LANGUAGE !== language()) {
      do await registerBlocks(Blockly, language(), unknown);
      while (Blockly.Msg.STECKBRETT_LANGUAGE !== language());
    }
  }

  draw(json: string, wiring: Wiring): DrawnStack {
    const workspace = this.#ready();
    // Nobody listens, and no warning about wiring belongs into a picture.
    Blockly.Events.disable();
    try {
      setWiring(workspace, wiring);
      Blockly.serialization.workspaces.load(JSON.parse(json), workspace);
      Blockly.renderManagement.triggerQueuedRenders(workspace);
      const { x, y, width, height } = workspace.getCanvas().getBBox();
      const drawing = standAlone(workspace.getCanvas(), keptAttributes);
      return { drawing, words: blockWords(workspace), box: { x, y, width, height } };
    } finally {
      workspace.clear();
      Blockly.Events.enable();
    }
  }

  dispose(): void {
    this.#workspace?.dispose();
    this.#workspace?.getInjectionDiv().parentElement?.remove();
    this.#workspace = undefined;
  }

  #ready(): Blockly.WorkspaceSvg {
    if (this.#workspace) return this.#workspace;
    const host = document.createElement('div');
    // It must be laid out, or nothing could be measured.
    host.style.cssText =
      'position:fixed;left:0;top:0;width:10px;height:10px;overflow:hidden;visibility:hidden;pointer-events:none';
    host.inert = true;
    document.body.append(host);
    this.#workspace = Blockly.inject(host, {
      renderer: 'zelos',
      theme: houseTheme(Blockly),
      media: '/blockly-media/',
      sounds: false,
      readOnly: true,
      move: { scrollbars: false, drag: false, wheel: false },
    });
    return this.#workspace;
  }
}

/** By which a picture's blocks are found. */
const keptAttributes: ReadonlySet<string> = new Set(['data-id']);
