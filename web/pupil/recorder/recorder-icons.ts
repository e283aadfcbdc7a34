import type { DirectiveResult } from 'lit/directive.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import follow from 'lucide-static/icons/arrow-right-to-line.svg?raw';
import csv from 'lucide-static/icons/file-spreadsheet.svg?raw';
import picture from 'lucide-static/icons/image-down.svg?raw';
import large from 'lucide-static/icons/maximize-2.svg?raw';
import all from 'lucide-static/icons/move-horizontal.svg?raw';
import period from 'lucide-static/icons/ruler.svg?raw';
import freeze from 'lucide-static/icons/snowflake.svg?raw';
import table from 'lucide-static/icons/table-2.svg?raw';
import variables from 'lucide-static/icons/variable.svg?raw';
import clear from 'lucide-static/icons/x.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';

const drawings = {
  all,
  clear,
  csv,
  follow,
  freeze,
  large,
  period,
  picture,
  table,
  variables,
  zoomIn,
  zoomOut,
} as const;

/** What the recorder's buttons show. */
export type RecorderIcon = keyof typeof drawings;

/** A line drawing beside words or a name, so screen readers skip it. */
export function recorderIcon(name: RecorderIcon): DirectiveResult {
  return unsafeHTML(drawings[name].replace('<svg', '<svg aria-hidden="true" focusable="false"'));
}
