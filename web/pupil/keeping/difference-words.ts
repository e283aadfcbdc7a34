import { msg, str } from '@lit/localize';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { sameBlocks } from '../same-blocks.ts';
import { countBlocks } from './saved-block.ts';

/** How one version looks beside another, in a few words: “3 Blöcke mehr”. */
export function differenceWords(version: Blocks, beside: Blocks): string {
  const more = countBlocks(version) - countBlocks(beside);
  if (more === 1) return msg('1 Block mehr');
  if (more > 1) return msg(str`${more} Blöcke mehr`);
  if (more === -1) return msg('1 Block weniger');
  if (more < -1) return msg(str`${-more} Blöcke weniger`);
  return sameBlocks(version, beside) ? msg('ganz gleich') : msg('gleich viele Blöcke, aber anders');
}

/** How long ago something was: “vor 5 Minuten”. @param locale as `dateLocale` gives it */
export function agoWords(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 50) return msg('gerade eben');
  if (seconds < 50 * 60) return format.format(-Math.max(1, Math.round(seconds / 60)), 'minute');
  if (seconds < 22 * 3600) return format.format(-Math.max(1, Math.round(seconds / 3600)), 'hour');
  return format.format(-Math.max(1, Math.round(seconds / 86_400)), 'day');
}
