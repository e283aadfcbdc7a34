import type { Problem } from '../../../device/contract/problem.ts';
import { fileForeign, fileIsPicture, fileOfOtherProgram } from './work-file-problems.ts';

/** How files begin that pupils have on their devices, and whose they are. */
const beginnings: readonly (readonly [RegExp, () => Problem])[] = [
  [/^(.PNG|\uFFFD?PNG|GIF8|\uFFFD\uFFFD\uFFFD|RIFF|ÿØÿ|\s*<svg)/u, fileIsPicture],
  [/^PK/, () => fileOfOtherProgram('Scratch')],
  [/^:[0-9A-F]{10}/i, () => fileOfOtherProgram('MakeCode')],
  [/^UF2/, () => fileOfOtherProgram('MakeCode')],
  [/^\s*<(\?xml|xml)/, () => fileOfOtherProgram('Blockly')],
];

/**
 * Says whose file it is, when it is none of ours but can be told.
 *
 * @param content a file's text, or what its JSON held
 */
export function foreignFile(content: unknown): Problem | null {
  if (typeof content === 'string') {
    return beginnings.find(([pattern]) => pattern.test(content))?.[1]() ?? null;
  }
  if (typeof content !== 'object' || content === null) return fileForeign();
  const has = (...keys: string[]) => keys.every((key) => Object.hasOwn(content, key));
  if (has('targets', 'meta')) return fileOfOtherProgram('Scratch');
  if (has('format'))
    return (content as { format: unknown }).format === 'steckbrett-work' ? null : fileForeign();
  if (has('blocks')) return fileOfOtherProgram('Blockly');
  return fileForeign();
}
