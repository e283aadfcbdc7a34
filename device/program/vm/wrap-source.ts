/**
 * The source as a function of the program API. The block's id is a variable of that function, so that
 * writing it costs next to nothing; the runtime reads it through the first two functions that
 * `$connect` takes. The third sets `$p`, a variable for the same reason: whether a statement has to stop at `$at`.
 */
export function wrapSource(source: string): string {
  return [
    '(function ($on, $due, $do, $read, $wait, $print, $send, $tell, $heard, $watch, $at, $connect) {',
    "let $b = '', $p = false;",
    '$connect(() => $b, (block) => { $b = block; }, (stop) => { $p = stop; });',
    'return function () {',
    source,
    '}; })',
  ].join('\n');
}
