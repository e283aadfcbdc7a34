/** The part of the npm package `js-interpreter` that the benchmark uses; the package brings no types. */
declare module 'js-interpreter' {
  export default class Interpreter {
    constructor(source: string, initialize: (interpreter: Interpreter, scope: object) => void);
    setProperty(object: object, name: string, value: unknown): void;
    createNativeFunction(act: (...args: never[]) => unknown): object;
    /** Runs until the end; `true` if it waits for something asynchronous. */
    run(): boolean;
  }
}
