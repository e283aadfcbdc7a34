import { type HostileFamily, pressed, stack } from '../hostile-program.ts';

/** Errors thrown as anything. */
export const thrownThings: HostileFamily = {
  name: 'thrown things',
  programs: [
    { name: 'nothing', source: stack('throw undefined;'), ends: 'program-failed', onAgent: true },
    // What the engine throws when no memory is left for an error.
    { name: 'null', source: stack('throw null;'), ends: 'memory-full' },
    { name: 'a number', source: stack('throw -0;'), ends: 'program-failed' },
    { name: 'a symbol', source: stack("throw Symbol('thrown');"), ends: 'program-failed' },
    { name: 'a function', source: stack('throw function thrown() { for (;;); };'), ends: 'program-failed' },
    { name: 'a promise', source: stack('throw Promise.reject(1);'), ends: 'program-failed' },
    {
      name: 'a text of ten million letters',
      source: stack("throw 'x'.repeat(1e7);"),
      ends: 'program-failed',
      onAgent: true,
    },
    {
      name: 'an error with ten million letters',
      source: stack("throw new Error('x'.repeat(1e7));"),
      ends: 'program-failed',
    },
    {
      name: 'an error with a name of ten million letters',
      source: stack("throw Object.assign(new Error(), { name: 'x'.repeat(1e7) });"),
      ends: 'program-failed',
    },
    {
      name: 'an error with 2,000 causes',
      source: stack(
        "let error; for (let i = 0; i < 2e3; i += 1) error = new Error('because', { cause: error }); throw error;",
      ),
      ends: 'program-failed',
    },
    {
      name: 'a thing whose name and message bite',
      source: stack('throw { get name() { for (;;); }, get message() { throw this; } };'),
      ends: 'no-pause',
    },
    {
      name: 'a thing whose message throws',
      source: stack('throw { get message() { throw this; } };'),
      ends: 'program-failed',
    },
    {
      name: 'a thing whose message is no text',
      source: stack("throw { name: Symbol('name'), message: [1, [2]] };"),
      ends: 'program-failed',
    },
    {
      name: 'a thing whose message cannot be text',
      source: stack('throw { message: Object.create(null) };'),
      ends: 'value-unsuited',
    },
    {
      name: 'a proxy that throws at everything',
      source: stack('throw new Proxy({}, new Proxy({}, { get() { throw 1; } }));'),
      ends: 'program-failed',
    },
    {
      name: 'a proxy that is no more',
      source: stack('const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy;'),
      ends: 'value-unsuited',
    },
    {
      name: 'a thing before any stack',
      source: 'throw { message: "early" };',
      ends: 'program-failed',
      onAgent: true,
    },
    { name: 'a thing from 200 stacks', source: stack('throw 1;').repeat(200), ends: 'program-failed' },
    {
      name: 'a thing at a press',
      source: pressed('throw { toString: null };'),
      presses: 2,
      ends: 'program-failed',
    },
    {
      name: 'the engine’s own word for a stop',
      source: stack("throw Object.assign(new Error('interrupted'), { name: 'InternalError' });"),
      ends: 'program-failed',
    },
    {
      name: 'the runtime’s own word for a failure',
      source: stack("throw new Error('stacks-too-many');"),
      ends: 'program-failed',
    },
    {
      name: 'an error of another error',
      source: stack("try { throw new Error('first'); } finally { null.second; }"),
      ends: 'value-unsuited',
    },
    {
      name: 'an error in a generator that was left',
      source: stack('for (const _ of (function* () { try { yield 1; } finally { throw 2; } })()) break;'),
      ends: 'program-failed',
    },
    {
      name: 'a failed command caught',
      source: stack("for (;;) try { $do('laser', 'on'); } catch {}"),
      ends: 'part-not-wired',
    },
    { name: 'a name that was never made', source: stack('missing;'), ends: 'name-unknown' },
  ],
};
