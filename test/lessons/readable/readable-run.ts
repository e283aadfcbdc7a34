/** Something that a program did: when, in seconds, and what. */
export type Deed = readonly [at: number, what: string];

interface Sleeper {
  readonly at: number;
  readonly order: number;
  wake(): void;
}

/**
 * Runs readable JavaScript as it reads, in time of its own: `wait` lets the time pass, parts note what they are told.
 *
 * @param presses when which button goes down, in seconds; it comes up a tenth of a second later.
 */
export async function runReadable(
  text: string,
  seconds: number,
  presses: readonly { at: number; part: string }[] = [],
): Promise<Deed[]> {
  const deeds: Deed[] = [];
  const sleepers: Sleeper[] = [];
  const hats = new Map<string, (() => Promise<void>)[]>();
  const pressed = new Set<string>();
  let now = 0;
  let order = 0;
  const sleep = (time: number) =>
    new Promise<void>((wake) => {
      order += 1;
      sleepers.push({ at: now + Math.max(0, time), order, wake });
    });
  const tell = (hat: string) => {
    for (const stack of hats.get(hat) ?? []) void stack();
  };
  const hang = (hat: string, stack: () => Promise<void>) => {
    // A stack runs once for each event, one after the other.
    let before = Promise.resolve();
    const queued = () => {
      before = before.then(stack);
      return before;
    };
    hats.set(hat, [...(hats.get(hat) ?? []), queued]);
  };
  const part = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, key: string) => {
          if (key === 'pressed') return pressed.has(name);
          return (...args: unknown[]) => {
            if (typeof args[1] === 'function') hang(`${name}.${args[0]}`, args[1] as () => Promise<void>);
            else deeds.push([now, `${name}.${key}(${args.map((one) => JSON.stringify(one)).join(', ')})`]);
          };
        },
      },
    );
  const words = {
    part,
    wait: sleep,
    waitUntil: async (condition: () => boolean) => {
      while (!condition()) await sleep(0.01);
    },
    onStart: (stack: () => Promise<void>) => hang('start', stack),
    onMessage: (name: string, stack: () => Promise<void>) => hang(`message ${name}`, stack),
    send: (name: string) => tell(`message ${name}`),
    count: function* (from: number, to: number, by: number) {
      const step = Math.abs(by) || 1;
      if (from <= to) for (let at = from; at <= to; at += step) yield at;
      else for (let at = from; at >= to; at -= step) yield at;
    },
    console: { log: (value: unknown) => deeds.push([now, `print ${String(value)}`]) },
  };
  const source = text.replace(/^const (\w+) = new .*$/gm, "const $1 = part('$1');");
  new Function(...Object.keys(words), source)(...Object.values(words));
  for (const { at, part: name } of presses) {
    void sleep(at).then(() => {
      pressed.add(name);
      tell(`${name}.pressed`);
    });
    void sleep(at + 0.1).then(() => pressed.delete(name));
  }
  tell('start');
  const settled = () => new Promise((done) => setImmediate(done));
  for (await settled(); ; await settled()) {
    sleepers.sort((one, other) => one.at - other.at || one.order - other.order);
    const next = sleepers.shift();
    if (!next || next.at > seconds) return deeds;
    now = next.at;
    next.wake();
  }
}
