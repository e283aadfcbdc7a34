/**
 * The source as a function of the program API. The block's id is a variable of that function, so that
 * writing it costs next to nothing; the runtime reads it through the two functions that `$connect` takes.
 */
export function wrapSource(source: string): string {
  return [
    '(function ($on, $due, $do, $read, $wait, $print, $send, $tell, $heard, $connect) {',
    "let $b = '';",
    '$connect(() => $b, (block) => { $b = block; });',
    'return function () {',
    source,
    '}; })',
  ].join('\n');
}
