/**
 * The block language for Blockly 13.
 *
 * What it costs (Vite 8 build, gzip): `blockly/core` 174 kB, `blockly/blocks` 15 kB, our own part 9 kB, the texts of one
 * language with Blockly's 14 kB; `blockly/javascript` with the generator, 10 kB, is fetched at the first touch, the parts
 * beyond the basic kit, 7 kB with their texts, when something mentions them. Blockly's files are bundles that cannot be
 * shaken apart, so the imports are chosen instead: the page takes `blockly/core`, never `blockly` (which brings English
 * along, 10 kB), and the single files of this folder, not this one. Blockly itself is passed in by the caller, because
 * Node needs another entry (`blockly`) than the page (`blockly/core`).
 *
 * In the page: `const known = await registerBlocks(Blockly, 'de', [...lesson.toolbox, ...blockTypesIn(work)])`, then
 * `Blockly.inject(…, { renderer: 'zelos', theme: houseTheme(Blockly), toolbox: toolbox(lesson.toolbox, known), media:
 * 'our own path' })`, then `useWiring(Blockly, workspace, wiring)`, then load the blocks. The program is
 * `generateProgram(workspace, known)`. The blocks of parts beyond the basic kit (LED, button, buzzer) are a chunk of
 * their own, loaded when the types that are passed in mention one of them.
 */
export { blockTypes, categories } from './block-types.ts';
export { blockTypesIn } from './block-types-in.ts';
export { generateProgram } from './generator.ts';
export type { Language } from './messages/index.ts';
export { partWarning } from './part-wired.ts';
export { mustLearn, registerBlocks, translateWorkspace, useWiring } from './register.ts';
export { categoryColours, houseTheme } from './theme.ts';
export { toolbox } from './toolbox.ts';
