import { allHelpers } from './all-helpers.ts';
import type { PythonProgram } from './python-program.ts';

/** What the program imports, module by module. */
export function importLines(program: PythonProgram): string {
  return [...program.imports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `from ${module} import ${[...names].sort().join(', ')}\n`)
    .join('');
}

/** The helpers that the program needs, each with what it is for; parts are made of the classes, so these come first. */
export function helperCode(program: PythonProgram): { classes: string[]; functions: string[] } {
  const written = [...program.helpers].map((name) => {
    const helper = allHelpers[name];
    if (!helper) return '';
    const says = `"""${helper.says[program.language]}"""`;
    return `${helper.code.trim().replace(/^( +)%$/m, (_line, indent: string) => `${indent}${says}`)}\n`;
  });
  const isClass = (code: string) => code.startsWith('class ');
  return { classes: written.filter(isClass), functions: written.filter((code) => !isClass(code)) };
}
