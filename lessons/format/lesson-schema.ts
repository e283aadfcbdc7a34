import { z } from 'zod';
import { wiringSchema } from '../../device/contract/wiring.ts';
import { blockTypes } from '../blocks/block-types.ts';
import { goalCheckSchema } from '../goals/goal-schema.ts';
import { competenceIds } from './competences.ts';

/** Wirings that a lesson may call by name. */
export const wiringNames = ['camjam-edukit'] as const;

const source = z.strictObject({
  title: z.string().min(1).max(200).describe('What was used'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .describe('Where it is'),
  licence: z.string().min(1).max(100).describe('Under which licence, as an SPDX name where there is one'),
});

/** `lesson.yml`: what a lesson is, in no language. Unknown keys are refused, so that a slip of the pen is seen. */
export const lessonFileSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(64)
    .describe('Unique and stable, small letters, digits and hyphens: blink'),
  version: z.number().int().min(1).describe('Grows by one with each change that a class would notice'),
  level: z.number().int().min(1).max(5).describe('1 (first lesson) to 5'),
  age: z
    .strictObject({ from: z.number().int().min(6).max(99), to: z.number().int().min(6).max(99) })
    .refine((age) => age.from <= age.to, { error: 'from > to' })
    .describe('For whom, in years: { from: 10, to: 14 }'),
  minutes: z.number().int().min(5).max(240).describe('How long it takes, in minutes, 5 to 240'),
  kit: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/))
    .max(32)
    .describe('Types of the kit parts that are needed, each once: [led, buzzer]'),
  wiring: z
    .union([z.enum(wiringNames), wiringSchema])
    .describe('What sits on which pins: camjam-edukit, or parts with id, type, pins and color'),
  circuit: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), z.number().int().min(1).max(30))
    .default({})
    .describe('At which row of the breadboard, 1 to 30, each part begins: { red: 3, button: 12 }'),
  toolbox: z
    .union([
      z.array(z.enum(blockTypes)).min(1),
      z.record(z.string().regex(/^[1-9][0-9]?$/), z.array(z.enum(blockTypes)).min(1)),
    ])
    .describe(
      'Block types that the toolbox offers, as docs/language.md lists them: a list for all steps, or by step what comes new there, { 1: […], 3: […] }',
    ),
  goals: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
        .max(64),
      goalCheckSchema,
    )
    .describe('How each goal is checked, by the id that the ```goal fences name'),
  english: z
    .record(z.string().min(1).max(100), z.string().min(1).max(100))
    .default({})
    .describe(
      'What the English page says instead of German names and texts in starter.json and solution.json: { höchste: highest }',
    ),
  competences: z
    .array(z.enum(competenceIds))
    .min(1)
    .max(8)
    .describe('Competences of the KMK strategy, by their numbers in quotes: ["5.5", "3.1"]'),
  sources: z.array(source).max(20).describe('What others made and this lesson uses; [] if nothing'),
  licence: z.string().min(1).max(100).describe('The licence of the lesson, as an SPDX name: MIT'),
});

/** A lesson's `lesson.yml`. */
export type LessonFile = z.infer<typeof lessonFileSchema>;
