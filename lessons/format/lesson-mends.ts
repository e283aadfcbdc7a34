import type { Mends } from './check-document.ts';
import { lessonFileSchema } from './lesson-schema.ts';

/** What each key of `lesson.yml` is meant to be, in German; the English is the schema's own description. */
const german: Readonly<Record<keyof typeof lessonFileSchema.shape, string>> = {
  id: 'eindeutig und für immer, aus kleinen Buchstaben, Ziffern und Bindestrichen: blink',
  version: 'eine ganze Zahl ab 1, die mit jeder spürbaren Änderung um eins wächst',
  level: '1 (erste Stunde) bis 5',
  age: 'für welches Alter, in Jahren: { from: 10, to: 14 }',
  minutes: 'die Dauer in Minuten, 5 bis 240',
  kit: 'die Arten der nötigen Bauteile, jede einmal: [led, buzzer]',
  wiring: 'was an welchem Pin sitzt: camjam-edukit, oder parts mit id, type, pins und color',
  circuit: 'die Reihe des Steckbretts, 1 bis 30, an der ein Teil beginnt: { red: 3, button: 12 }',
  goals:
    'wie jedes Ziel geprüft wird, unter der id aus dem ```goal-Kasten; docs/lesson-format.md zählt die Arten auf',
  english:
    'was auf der englischen Seite statt deutscher Namen und Texte in den Blöcken steht: { höchste: highest }',
  competences: 'Kompetenzen der KMK-Strategie mit ihrer Nummer in Anführungszeichen: ["5.5", "3.1"]',
  toolbox:
    'die Blockarten im Werkzeugkasten, wie sie in docs/language.md stehen: eine Liste für alle Schritte, oder was in welchem Schritt dazukommt, { 1: […], 3: […] }',
  sources: 'was von anderen stammt, mit title, url und licence; [] wenn nichts',
  licence: 'die Lizenz der Stunde als SPDX-Name: MIT',
};

/** What each key of `lesson.yml` is meant to be. */
export const lessonMends: Mends = Object.fromEntries(
  Object.entries(german).map(([key, de]) => {
    const field = lessonFileSchema.shape[key as keyof typeof lessonFileSchema.shape];
    return [key, { de, en: field.description ?? '' }];
  }),
);
