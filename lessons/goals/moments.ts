import type { Moment } from './goal-schema.ts';
import { inputsOnly } from './inputs-only.ts';
import { split } from './signals.ts';
import type { Timeline } from './timeline.ts';

/** Two looks at the same press lie closer together than this in µs: its pin changed, and the part told so. */
const sameMoment = 100_000;
/** A contact that bounces is let go and closed again within this time in µs. */
const bounce = 45_000;

/** The events that are told when a contact gets on, and when it gets off; their pins tell so too. */
const contacts: Readonly<Record<string, boolean>> = {
  pressed: true,
  released: false,
  closed: true,
  opened: false,
  moved: true,
  still: false,
  high: true,
  low: false,
};

/** When a moment came, in µs since the run's start, in order. */
export function momentTimes(moment: Moment, timeline: Timeline): number[] {
  if ('key' in moment) return timesOf(timeline.all('key').filter(({ key }) => key === moment.key));
  if ('received' in moment) return timesOf(timeline.all('received').filter(named(moment.received)));
  if ('sent' in moment) return timesOf(timeline.all('sent').filter(named(moment.sent)));
  if ('message' in moment) return timesOf(timeline.all('message').filter(named(moment.message)));
  if ('becomes' in moment) {
    const phases = timeline.steadily(moment.becomes);
    return phases
      .filter(({ is }, index) => is === true && phases[index - 1]?.is === false)
      .map(({ from }) => from);
  }
  return eventTimes(moment.event, timeline);
}

/** Whether a moment is made by hands and the world, not by the program. */
export function isFromOutside(moment: Moment, timeline: Timeline): boolean {
  if ('becomes' in moment) return inputsOnly(moment.becomes, timeline);
  return 'event' in moment || 'key' in moment || 'received' in moment;
}

/** By name, without the spaces around it. */
export function named(name: string): (event: { readonly name: string }) => boolean {
  const wanted = name.trim();
  return (event) => event.name.trim() === wanted;
}

/** What a part told, and what its contact did when a program so fast that events are lost left no room to tell. */
function eventTimes(name: string, timeline: Timeline): number[] {
  const { part, rest } = split(name);
  const told = timeline
    .ofPart(part)
    .filter((event) => event.kind === 'event' && event.event === rest)
    .map(({ at }) => at);
  const yes = rest === undefined ? undefined : contacts[rest];
  const found = timeline.find(part);
  if (yes === undefined || found?.signal.start !== 'opposite') return told;
  const phases = timeline.signal(part);
  const changed = phases
    .filter(({ is, from, to }, index) => {
      return is === yes && index > 0 && phases[index - 1]!.is !== undefined && to - from >= bounce;
    })
    .map(({ from }) => from);
  let next = 0;
  const untold = changed.filter((at) => {
    while (next < told.length && told[next]! <= at - sameMoment) next += 1;
    return (told[next] ?? Number.POSITIVE_INFINITY) >= at + sameMoment;
  });
  return untold.length === 0 ? told : [...told, ...untold].sort((one, other) => one - other);
}

function timesOf(events: readonly { readonly at: number }[]): number[] {
  return events.map(({ at }) => at);
}
