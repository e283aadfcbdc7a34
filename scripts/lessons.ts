/** `npm run lessons -- COMMAND`: tools for who writes lessons; see `usage`. Each command is loaded when it is asked for. */
import { resolve } from 'node:path';
import { LessonsError } from './lessons/lessons-error.ts';

const usage = `npm run lessons -- COMMAND

  check [ID…] [--json] [--german]   prove lessons: files, solution, starter, wrong programs, pictures, toolbox
  new NAME                          begin a lesson from the template
  preview ID [--port N]             show a lesson in the real pupil page, anew with each change of its files
  print [ID…] [--out FOLDER]        worksheet, cards and teacher's sheet as PDF
  blocks FILE [--text]              block notation to Blockly JSON; --text: JSON to notation; FILE - is standard input
  schema                            write the JSON schemas of the lesson files into docs/

Everything takes --catalog FOLDER; without it, lessons/catalog.
`;

const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  check: async () => (await import('./lessons/check.ts')).check,
  new: async () => (await import('./lessons/new.ts')).begin,
  preview: async () => (await import('./lessons/preview.ts')).preview,
  print: async () => (await import('./lessons/print.ts')).print,
  blocks: async () => (await import('./lessons/blocks.ts')).blocks,
  schema: async () => (await import('./lessons/schema.ts')).schema,
};

// npm runs scripts in the project's folder; files are meant from where the person stands.
process.chdir(resolve(process.env.INIT_CWD ?? '.'));
const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!load) {
  const asked = name === '' || name === '--help' || name === 'help';
  if (!asked) console.error(`There is no command “${name}”.\n`);
  console.log(usage);
  process.exit(asked ? 0 : 2);
}
try {
  process.exitCode = await (await load())(args);
} catch (error) {
  if (!(error instanceof LessonsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
