import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import { dateLocale, language } from '../../locales/locale.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { timeAgo } from '../relative-time.ts';
import { conditionName, dayName, money } from './asset-words.ts';

type Fact = readonly [name: string, value: string | TemplateResult];

/** What is known of a thing, each with its name: where it is and since when, what is next, what it is and what it cost. */
export function factsOf(asset: Asset): Fact[] {
  const { school, parent, sponsor } = asset;
  const facts: (readonly [string, string | TemplateResult | null])[] = [
    [msg('Bei'), school && `${school.name}${school.city ? `, ${school.city}` : ''}`],
    [msg('Seit'), asset.since === null ? null : dayOf(asset.since)],
    [msg('Verloren seit'), asset.lostAt === null ? null : dayOf(asset.lostAt)],
    [msg('Als Nächstes'), nextOf(asset)],
    [msg('Liegt in'), parent && html`<a href="#assets/${parent.id}">${parent.code} ${parent.name}</a>`],
    [msg('Lagerort'), asset.place],
    [msg('In der Flotte'), fleetWords(asset)],
    [msg('Modell'), asset.model],
    [msg('Seriennummer'), asset.serial],
    [msg('Wert heute'), asset.currentCents === null ? null : money(asset.currentCents)],
    [
      msg('Mit Inhalt'),
      asset.inside.length + asset.contents.length > 0 && asset.totalCents > 0
        ? money(asset.totalCents)
        : null,
    ],
    [
      msg('Gekauft'),
      [
        asset.purchasedOn && dayName(asset.purchasedOn),
        asset.purchaseCents !== null && money(asset.purchaseCents),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [msg('Förderer'), sponsor?.name ?? null],
    [msg('Finanzierung'), asset.funding],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** What is missing of it or broken in it, as long as that is so. */
export function warnings({ contents, inside }: Asset): TemplateResult | typeof nothing {
  const parts = contents.filter(({ present, quantity }) => present < quantity);
  const things = inside.filter(({ condition }) => condition !== 'usable');
  if (parts.length + things.length === 0) return nothing;
  return html`<p class="warning" data-test="asset-missing">
    ${lineIcon('triangle-alert')}
    <span>${[
      ...parts.map(({ name, present, quantity }) => msg(str`${quantity - present} × ${name} fehlt`)),
      ...things.map(({ code, name, condition }) => `${code} ${name}: ${conditionName(condition)}`),
    ].join(', ')}</span>
  </p>`;
}

function nextOf({ next }: Asset): TemplateResult | null {
  return (
    next &&
    html`<a href="#loans/${next.loanId}">${msg(str`${dayOf(next.startsAt)} bis ${dayOf(next.endsAt)}`)}, ${next.school.name}</a>`
  );
}

/** The local day of an instant, ms since 1970. */
function dayOf(at: number): string {
  return new Date(at).toLocaleDateString(dateLocale(), { day: '2-digit', month: '2-digit', year: 'numeric' });
}

function fleetWords({ fleet, kind }: Asset): string | TemplateResult | null {
  if (kind !== 'device') return null;
  if (!fleet) return msg('nicht verbunden mit der Flotte');
  const ago = fleet.lastSeenAt === null ? null : timeAgo(fleet.lastSeenAt, Date.now(), language());
  const seen = fleet.online
    ? msg('verbunden')
    : fleet.lastSeenAt === null
      ? msg('noch nie gesehen')
      : msg(str`zuletzt gesehen ${ago ?? msg('gerade eben')}`);
  const at = fleet.seenAt ? ` · ${msg(str`meldet sich aus: ${fleet.seenAt.name}`)}` : '';
  return html`${fleet.online ? html`<span class="chip" data-is="online">${seen}</span>` : seen}${at}${
    fleet.model ? ` · ${fleet.model}` : ''
  }${fleet.agentVersion ? ` · ${fleet.agentVersion}` : ''}`;
}
