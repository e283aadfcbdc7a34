/** Lessons proven: by running them. Loads the whole of Blockly, so it is for tools and tests, never for the server. */
export { BlocksRefused, openBlocks } from './open-blocks.ts';
export { playLesson } from './play-lesson.ts';
export { proveLesson } from './prove-lesson.ts';
