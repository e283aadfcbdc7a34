import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';

/** One fresh QuickJS with a memory of its own. It serves one program and is then thrown away. */
export interface Engine {
  readonly quickjs: QuickJSWASMModule;
  readonly memory: WebAssembly.Memory;
}

/** The package's types describe its CommonJS form; its ES module, which runs here, exports the variant itself. */
const base = variant as unknown as QuickJSSyncVariant;

/** Pages of 64 KiB: what the variant asks for at least, and 64 MiB at most. */
const memoryPages = { initial: 256, maximum: 1024 };

/**
 * Starts an engine. Two programs never share one: a deep recursion inside the engine can leave it broken.
 *
 * @param wasm the compiled engine, where it is known already; else the variant's package finds its file.
 */
export async function startEngine(wasm?: WebAssembly.Module): Promise<Engine> {
  const memory = new WebAssembly.Memory(memoryPages);
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(base, { wasmMemory: memory, ...(wasm ? { wasmModule: wasm } : {}) }),
  );
  return { quickjs, memory };
}
