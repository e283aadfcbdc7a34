import type { Workspace } from 'blockly/core';
import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';

const key: unique symbol = Symbol('steckbrett.wiring');

/** A workspace that knows what is wired; a flyout or a mutator asks the workspace it belongs to. */
interface WiredWorkspace {
  [key]?: Wiring;
  readonly targetWorkspace?: Workspace | null;
}

/** Notes on the workspace itself what is wired, so that two workspaces on one page never mix. */
export function setWiring(workspace: Workspace, wiring: Wiring): void {
  (workspace as WiredWorkspace)[key] = wiring;
}

/** What is wired, or `undefined` as long as nobody has said. */
export function wiringOf(workspace: Workspace): Wiring | undefined {
  const wired = workspace as WiredWorkspace;
  const outer = wired.targetWorkspace ?? workspace.options.parentWorkspace;
  return wired[key] ?? (outer ? wiringOf(outer) : undefined);
}

/** The wired parts of one type; `undefined` as long as nobody has said what is wired. */
export function wiredParts(workspace: Workspace, type: string): WiredPart[] | undefined {
  return wiringOf(workspace)?.parts.filter((part) => part.type === type);
}
