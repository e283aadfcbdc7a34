import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleHelp from 'lucide-static/icons/circle-question-mark.svg?raw';
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw';
import cloudUpload from 'lucide-static/icons/cloud-upload.svg?raw';
import cpu from 'lucide-static/icons/cpu.svg?raw';
import dices from 'lucide-static/icons/dices.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import terminal from 'lucide-static/icons/terminal.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

/** Every icon that a page uses, by lucide's name; a new one is an import and a line here. */
export const icons = {
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-help': circleHelp,
  'cloud-off': cloudOff,
  'cloud-upload': cloudUpload,
  cpu,
  dices,
  languages,
  lightbulb,
  'log-out': logOut,
  monitor,
  play,
  square,
  terminal,
  x,
} as const;

export type IconName = keyof typeof icons;

/** What Web Awesome's own components call the icons that they draw themselves. */
const inWebAwesome: Readonly<Record<string, IconName>> = {
  xmark: 'x',
  'chevron-down': 'chevron-down',
  'chevron-left': 'chevron-left',
  'chevron-right': 'chevron-right',
  'circle-question': 'circle-help',
};

/**
 * Gives Web Awesome our icons in place of its own libraries, of which the default one calls a CDN: no request
 * may leave our origin. An unknown name draws nothing. Call once, before the first component is drawn.
 */
export function registerIcons(): void {
  const resolver = (name: string): string => {
    const known = name in icons ? (name as IconName) : inWebAwesome[name];
    return known ? `data:image/svg+xml,${encodeURIComponent(icons[known])}` : '';
  };
  registerIconLibrary('default', { resolver });
  registerIconLibrary('system', { resolver });
}
