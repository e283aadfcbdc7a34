import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';
import type { PartValue } from '../../parts/driver.ts';
import type { FailureKind, VmHost } from './vm-contract.ts';

/**
 * Longest texts that leave the engine. The scheduler has cut them to the same, but half a letter at the cut (a
 * lone surrogate) comes out as three replacement characters.
 */
export const longest = { block: 64, message: 64, value: 64, name: 64, variable: 200, print: 1000 } as const;

/** Hands the host's functions into the engine. What a program passes may be anything; it is read as its type. */
export function hostFunctions(context: QuickJSContext, host: VmHost): QuickJSHandle {
  const text = (handle: QuickJSHandle | undefined) => (handle ? context.getString(handle) : '');
  const number = (handle: QuickJSHandle | undefined) => (handle ? context.getNumber(handle) : 0);
  const block = (handle: QuickJSHandle | undefined) =>
    handle && context.typeof(handle) === 'string' ? context.getString(handle).slice(0, longest.block) : null;
  const carried = (handle: QuickJSHandle | undefined) => {
    if (!handle || context.typeof(handle) === 'undefined') return undefined;
    return context.typeof(handle) === 'number'
      ? context.getNumber(handle)
      : context.getString(handle).slice(0, longest.value);
  };
  const watched = (handle: QuickJSHandle | undefined) => {
    const type = handle ? context.typeof(handle) : 'undefined';
    if (type === 'number') return number(handle);
    return type === 'boolean' ? number(handle) !== 0 : text(handle).slice(0, longest.variable);
  };
  const functions: Record<keyof VmHost, (...args: QuickJSHandle[]) => QuickJSHandle | undefined> = {
    now: () => context.newNumber(host.now()),
    flush() {
      host.flush();
      return undefined;
    },
    act(code) {
      host.act(number(code));
      return undefined;
    },
    command(code, args) {
      host.command(number(code), text(args));
      return undefined;
    },
    read: (part, value) => handleOf(context, host.read(text(part), text(value))),
    print(line, isNumber) {
      host.print(text(line).slice(0, longest.print), number(isNumber) !== 0);
      return undefined;
    },
    message(name) {
      host.message(text(name).slice(0, longest.message));
      return undefined;
    },
    tell(to, name, value) {
      host.tell(text(to), text(name).slice(0, longest.message), carried(value));
      return undefined;
    },
    gap(dropped) {
      host.gap(number(dropped));
      return undefined;
    },
    variable(name, is) {
      host.variable(text(name).slice(0, longest.name), watched(is));
      return undefined;
    },
    block(stack, id) {
      host.block(number(stack), block(id));
      return undefined;
    },
    fail(kind, name, message, id) {
      // Only the scheduler calls this, with its own words.
      host.fail(text(kind) as FailureKind, text(name), text(message), block(id));
      return undefined;
    },
  };
  const object = context.newObject();
  for (const [name, act] of Object.entries(functions)) {
    context
      .newFunction(name, (...args) => act(...args))
      .consume((handle) => context.setProp(object, name, handle));
  }
  return object;
}

/** A value as the engine holds it. */
export function handleOf(context: QuickJSContext, value: PartValue | undefined): QuickJSHandle {
  if (typeof value === 'boolean') return value ? context.true : context.false;
  if (typeof value === 'number') return context.newNumber(value);
  if (typeof value === 'string') return context.newString(value);
  return context.undefined;
}

/** A plain object as the engine holds it. */
export function fromJson(context: QuickJSContext, value: object): QuickJSHandle {
  return context.unwrapResult(context.evalCode(`(${JSON.stringify(value)})`, 'json.js'));
}
