import { msg, str } from '@lit/localize';
import type { KnockView } from '../../../server/live/contract/live.ts';
import type { News } from './news.ts';

/** What is said of news. */
export function sentenceOf(news: News): string {
  switch (news.kind) {
    case 'you-drive':
      return msg('Jetzt fährst du.');
    case 'drives':
      return msg(str`Jetzt fährt ${news.name}.`);
    case 'wishes':
      return msg(str`${news.name} möchte fahren.`);
    case 'knocks':
      return msg(str`${news.name} möchte bei dir sitzen.`);
    case 'came':
      return msg(str`${news.name} sitzt jetzt auch hier.`);
    case 'left':
      return msg(str`${news.name} sitzt nicht mehr hier.`);
    case 'your-turn':
      return msg('Du bist dran: Der Pi gehört jetzt dir.');
    case 'turn-over':
      return msg('Jetzt ist jemand anderes am Pi.');
    case 'turn-ends':
      return msg('Jemand wartet auf den Pi.');
  }
}

/** How a knock ended, for who knocked. */
export function knockEnded(end: NonNullable<KnockView['end']>): string | null {
  switch (end) {
    case 'no':
      return msg('Gerade passt es dort nicht. Frag gern jemand anderen.');
    case 'late':
      return msg('Dort hat niemand geantwortet.');
    case 'yes':
    case 'withdrawn':
      return null;
  }
}
