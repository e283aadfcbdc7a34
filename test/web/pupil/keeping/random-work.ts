import { blockTypes } from '../../../../lessons/blocks/index.ts';
import type { Blocks } from '../../../../server/live/contract/live.ts';
import { Blockly, workspaceOf } from '../../../lessons/blocks/workspace.ts';

/** Numbers that are the same in each run of a test: mulberry32. Each call gives one from 0 up to `below`. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Builds in a real workspace what hands could build, by chance. */
export class RandomHands {
  readonly workspace: Blockly.Workspace;
  readonly #draw: (below: number) => number;
  #made = 0;

  constructor(workspace: Blockly.Workspace, draw: (below: number) => number) {
    this.workspace = workspace;
    this.#draw = draw;
  }

  static async at(work: Blocks | null, seed: number): Promise<RandomHands> {
    const workspace = await workspaceOf([]);
    if (work) Blockly.serialization.workspaces.load(work, workspace);
    return new RandomHands(workspace, seeded(seed));
  }

  save(): Blocks {
    return Blockly.serialization.workspaces.save(this.workspace);
  }

  /** One deed: a new block, one taken away, moved, hung elsewhere, a number typed, a variable. */
  act(): void {
    const blocks = this.workspace.getAllBlocks(false).filter((block) => !block.isShadow());
    const one = blocks[this.#draw(blocks.length)];
    const deed = this.#draw(10);
    if (!one || deed < 4) this.#make();
    else if (deed === 4) one.dispose(this.#draw(2) === 0);
    else if (deed === 5) one.getRootBlock().moveBy(this.#draw(200) - 100, this.#draw(200) - 100);
    else if (deed === 6) this.#hang(one);
    else if (deed === 7) one.unplug(this.#draw(2) === 0);
    else if (deed === 8) this.#type();
    else this.#nameVariable();
  }

  #make(): void {
    const types = blockTypes.filter((type) => !type.includes('procedures'));
    const block = this.workspace.newBlock(types[this.#draw(types.length)] ?? 'steckbrett_start');
    block.moveBy(this.#draw(500), this.#draw(500));
    this.#made++;
    if (this.#draw(3) > 0) this.#hang(block);
    if (this.#draw(4) === 0) this.#giveShadow(block);
  }

  /** Hangs a block wherever it fits. */
  #hang(block: Blockly.Block): void {
    const plug = block.outputConnection ?? block.previousConnection;
    if (!plug) return;
    const inside = new Set(block.getDescendants(false));
    const places = this.workspace
      .getAllBlocks(false)
      .filter((other) => !inside.has(other) && !other.isShadow())
      .flatMap((other) => other.getConnections_(true))
      .filter((place) => plug.getConnectionChecker().canConnect(plug, place, false));
    const place = places[this.#draw(places.length)];
    if (!place) return;
    block.unplug(false);
    place.connect(plug);
  }

  #giveShadow(block: Blockly.Block): void {
    const inputs = block.inputList.filter(
      (input) =>
        input.type === Blockly.inputs.inputTypes.VALUE && input.connection && !input.connection.targetBlock(),
    );
    const input = inputs[this.#draw(inputs.length)];
    if (!input?.connection) return;
    const check = input.connection.getCheck();
    if (check && !check.includes('Number')) return;
    input.connection.setShadowState({ type: 'math_number', id: `shadow${this.#made}`, fields: { NUM: 1 } });
  }

  #type(): void {
    const fields = this.workspace
      .getAllBlocks(false)
      .flatMap((block) => [...block.getFields()])
      .filter((field) => field instanceof Blockly.FieldNumber);
    fields[this.#draw(fields.length)]?.setValue(this.#draw(1000));
  }

  #nameVariable(): void {
    const map = this.workspace.getVariableMap();
    const all = map.getAllVariables();
    const one = all[this.#draw(all.length + 1)];
    const name = `v${this.#draw(10_000)}`;
    if (!one) map.createVariable(name);
    else map.renameVariable(one, name);
  }
}
