import type { Blocks } from '../../../server/live/contract/live.ts';
import { sameBlocks } from '../same-blocks.ts';
import { type SavedBlock, type SavedConnection, stacksOf } from './saved-block.ts';

/** One step from a version of the work to another. Steps are to be taken in their order. */
export type DifferenceStep =
  /** Takes a block away, with all that hangs below and in it. */
  | { readonly step: 'remove'; readonly id: string }
  | { readonly step: 'variable'; readonly id: string; readonly name: string; readonly type: string }
  | { readonly step: 'forget-variable'; readonly id: string }
  | { readonly step: 'field'; readonly id: string; readonly field: string; readonly value: unknown }
  | { readonly step: 'move'; readonly id: string; readonly x: number; readonly y: number }
  /** A new stack, at its place. */
  | { readonly step: 'stack'; readonly block: SavedBlock }
  /** A new block at a block; `input` null: below it. */
  | {
      readonly step: 'hang';
      readonly parent: string;
      readonly input: string | null;
      readonly block: SavedBlock;
    };

interface Variable {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
}

/**
 * What must be done to come from one version of the work to another, and leave alone what is the same in both.
 *
 * @returns `null` when they differ in something else than blocks and variables, or blocks have no ids: then the other
 *   version must be loaded whole.
 */
export function workspaceDifference(from: Blocks, to: Blocks): readonly DifferenceStep[] | null {
  const { blocks: ownBlocks, variables: ownVariables, ...rest } = from;
  const { blocks: otherBlocks, variables: otherVariables, ...otherRest } = to;
  if (!sameBlocks(rest, otherRest)) return null;
  const before = stacksOf(from);
  const after = stacksOf(to);
  if (![...before, ...after].every((stack) => stack.id)) return null;
  const finding = new Finding();
  const old = new Map(before.map((stack) => [stack.id, stack]));
  for (const stack of after) finding.stack(old.get(stack.id), stack);
  const stays = new Set(after.map((stack) => stack.id));
  for (const { id = '' } of before) if (!stays.has(id)) finding.remove.push({ step: 'remove', id });
  const variables = variableSteps(ownVariables, otherVariables);
  // What is taken away frees its ids, also for what comes anew elsewhere, so it goes first.
  return [...finding.remove, ...variables.come, ...finding.change, ...finding.add, ...variables.go];
}

function variableSteps(from: unknown, to: unknown): { come: DifferenceStep[]; go: DifferenceStep[] } {
  const before = new Map(listOf(from).map((one) => [one.id, one]));
  const after = listOf(to);
  const come = after
    .filter((one) => !sameBlocks({ one }, { one: before.get(one.id) }))
    .map(({ id, name, type = '' }): DifferenceStep => ({ step: 'variable', id, name, type }));
  const stays = new Set(after.map(({ id }) => id));
  const go = [...before.keys()]
    .filter((id) => !stays.has(id))
    .map((id): DifferenceStep => ({ step: 'forget-variable', id }));
  return { come, go };
}

function listOf(variables: unknown): readonly Variable[] {
  return Array.isArray(variables) ? variables : [];
}

/** Collects the steps, those that free ids apart from those that need them. */
class Finding {
  readonly remove: DifferenceStep[] = [];
  readonly change: DifferenceStep[] = [];
  readonly add: DifferenceStep[] = [];

  stack(before: SavedBlock | undefined, after: SavedBlock): void {
    if (!before) {
      this.add.push({ step: 'stack', block: after });
      return;
    }
    const { id = '' } = before;
    if (!this.inside(before, after)) {
      this.remove.push({ step: 'remove', id });
      this.add.push({ step: 'stack', block: after });
      return;
    }
    if (before.x !== after.x || before.y !== after.y) {
      this.change.push({ step: 'move', id, x: after.x ?? 0, y: after.y ?? 0 });
    }
  }

  /** Goes down a stack, without recursion along it, because stacks are long. `false`: it must be made anew. */
  private inside(first: SavedBlock, second: SavedBlock): boolean {
    if (!alike(first, second)) return false;
    let [before, after] = [first, second];
    for (;;) {
      this.own(before, after);
      const [below, belowAfter] = [before.next?.block, after.next?.block];
      if (!below || !belowAfter || !alike(below, belowAfter)) {
        this.swap(before.id ?? '', null, below, belowAfter);
        return true;
      }
      [before, after] = [below, belowAfter];
    }
  }

  /** The fields and inputs of one block. */
  private own(before: SavedBlock, after: SavedBlock): void {
    const { id = '' } = before;
    for (const [field, value] of Object.entries(after.fields ?? {})) {
      if (!sameBlocks({ value }, { value: before.fields?.[field] })) {
        this.change.push({ step: 'field', id, field, value });
      }
    }
    const inputs = new Set([...Object.keys(before.inputs ?? {}), ...Object.keys(after.inputs ?? {})]);
    for (const input of inputs) {
      const there = before.inputs?.[input];
      const then = after.inputs?.[input];
      if (there?.block && then?.block && this.inside(there.block, then.block)) continue;
      // `alike` has seen to it that shadows differ in their fields only.
      if (!there?.block && !then?.block) {
        if (there?.shadow && then?.shadow) this.inside(there.shadow, then.shadow);
      } else this.swap(id, input, there?.block, then?.block);
    }
  }

  private swap(
    parent: string,
    input: string | null,
    before: SavedBlock | undefined,
    after: SavedBlock | undefined,
  ): void {
    if (before?.id) this.remove.push({ step: 'remove', id: before.id });
    if (after) this.add.push({ step: 'hang', parent, input, block: after });
  }
}

/** Whether one block can become the other by changing fields, and what hangs at it. */
function alike(before: SavedBlock, after: SavedBlock): boolean {
  if (before.id === undefined || before.id !== after.id) return false;
  const inputs = new Set([...Object.keys(before.inputs ?? {}), ...Object.keys(after.inputs ?? {})]);
  return (
    sameBlocks(attributes(before), attributes(after)) &&
    Object.keys(before.fields ?? {}).every((field) => field in (after.fields ?? {})) &&
    sameShadow(before.next, after.next) &&
    [...inputs].every((input) => sameShadow(before.inputs?.[input], after.inputs?.[input]))
  );
}

/** Everything but place, fields and what hangs at it. */
function attributes({ x, y, fields, inputs, next, ...rest }: SavedBlock): Record<string, unknown> {
  return rest;
}

/** A shadow that is seen may differ in its fields; one that is covered may not, because nobody can change it there. */
function sameShadow(before: SavedConnection | undefined, after: SavedConnection | undefined): boolean {
  const [one, other] = [before?.shadow, after?.shadow];
  if (!one && !other) return true;
  if (!one || !other) return false;
  if (!before?.block && !after?.block) return alike(one, other);
  return sameBlocks({ one }, { one: other });
}
