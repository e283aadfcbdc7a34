/*
 * The forms of the program API (`device/program/program-api.ts`), as people would write them. The families of blocks
 * write each form in one way only, at the beginning of a line or of a block's code, where a sign of `code-marks.ts`
 * stands; a text literal has no line break and begins with its quote. So what a pupil has written is never taken for
 * a form.
 */
const begins = String.raw`(?<=^ *|\uFDD2)`;
const literal = String.raw`'((?:[^'\\]|\\.)*)'`;
const stack = String.raw`, ${literal}, function\* \(\) \{`;

type Form = readonly [
  form: RegExp,
  written: (part: (id: string) => string, found: readonly string[]) => string,
];

/** A form, and what is written for it: `found` are the literals in it, without their quotes. */
const form = (pattern: string, written: Form[1]): Form => [new RegExp(begins + pattern, 'gm'), written];

const forms: readonly Form[] = [
  form(String.raw`\$on\('start', \{\}${stack}`, () => 'onStart(async () => {'),
  form(
    String.raw`\$on\('event', \{ part: ${literal}, event: ${literal} \}${stack}`,
    (part, [id = '', event]) => `${part(id)}.on('${event}', async () => {`,
  ),
  form(
    String.raw`\$on\('every', \{ seconds: ([\d.e+-]+) \}${stack}`,
    (_, [seconds]) => `every(${seconds}, async () => {`,
  ),
  ...(['key', 'message', 'peer'] as const).map((kind) =>
    form(
      String.raw`\$on\('${kind}', \{ (?:key|name): ${literal} \}${stack}`,
      (_, [name]) => `on${kind.charAt(0).toUpperCase()}${kind.slice(1)}('${name}', async () => {`,
    ),
  ),
  form(
    String.raw`\$do\(${literal}, ${literal}(?:, |(?=\)))`,
    (part, [id = '', what]) => `${part(id)}.${what}(`,
  ),
  form(String.raw`\$read\(${literal}, ${literal}\)`, (part, [id = '', value]) => `${part(id)}.${value}`),
  form(String.raw`yield\* \$wait\(`, () => 'await wait('),
  // A helper that does something with a part, and waits for it; procedures of the pupil's are written otherwise.
  form(String.raw`yield\* (\w+)\(${literal}, `, (part, [what, id = '']) => `await ${part(id)}.${what}(`),
  form(String.raw`\$send\(`, () => 'send('),
  form(String.raw`\$tell\(${literal}, `, (_, [to]) => `tell('${to}', `),
  form(String.raw`\$heard\('(value|from)'\)`, (_, [what]) => `heard.${what}`),
  form(String.raw`\$print\(`, () => 'console.log('),
];

/**
 * Code with the API's forms as people would write them.
 *
 * @param code with its signs.
 * @param part the name of a part, by its id.
 */
export function readableForms(code: string, part: (id: string) => string): string {
  return forms.reduce(
    (text, [pattern, written]) =>
      text.replace(pattern, (_, ...found: unknown[]) =>
        written(
          part,
          found.filter((one) => typeof one === 'string'),
        ),
      ),
    code,
  );
}
