import * as z from 'zod/mini';
import type { CommandDefinition, Effect, PartDefinition, PartOptions } from '../../../device/parts/part.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

function schemaOf(type: z.ZodMiniType): Schema {
  return z.toJSONSchema(type, { io: 'input' }) as Schema;
}

/** Options worth a try: none, and each choice and each end of a range by itself, as far as they are valid. */
export function optionSamples({ options }: PartDefinition): PartOptions[] {
  if (!options) return [{}];
  const single = Object.entries(schemaOf(options).properties ?? {}).flatMap(([name, schema]) =>
    samplesOf(schema).map((value) => ({ [name]: value }) as PartOptions),
  );
  return [{}, ...single].filter((sample) => options.safeParse(sample).success);
}

/** Arguments worth a try: one list for each kind of value, numbers far out of range among them. */
export function argumentSamples({ args }: CommandDefinition): unknown[][] {
  const items = (schemaOf(args).prefixItems ?? []).map(samplesOf);
  const tries = Math.max(1, ...items.map((samples) => samples.length));
  return Array.from({ length: tries }, (_, index) => items.map((samples) => samples[index % samples.length]));
}

/** The places of its number arguments. */
export function numberPlaces({ args }: CommandDefinition): number[] {
  return (schemaOf(args).prefixItems ?? []).flatMap((item, place) => (isNumber(item) ? [place] : []));
}

/** What a value is after a command, by the words of `Effect`. */
export function afterEffect(effect: Effect, before: unknown, args: readonly unknown[]): unknown {
  if ('to' in effect) return effect.to;
  if ('flip' in effect) return !before;
  const given = args[effect.arg];
  if (typeof given !== 'number') return given;
  const within = Math.min(effect.max ?? given, Math.max(effect.min ?? given, given));
  return effect.above === undefined ? within : within > effect.above;
}

function isNumber({ type }: Schema): boolean {
  return type === 'number' || type === 'integer';
}

function samplesOf(schema: Schema): unknown[] {
  if (schema.enum) return [...schema.enum];
  if (schema.type === 'boolean') return [true, false];
  if (isNumber(schema)) {
    return [...new Set([schema.minimum ?? -1e9, 1, 37, schema.maximum ?? 1e9])];
  }
  return schema.pattern?.startsWith('^#') ? ['#12ab34', '#000000', '#ffffff'] : ['A', 'Grüße 42'];
}
