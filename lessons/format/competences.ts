import type { LessonLanguage } from './lesson-language.ts';

/**
 * The competences of the KMK strategy "Bildung in der digitalen Welt" (2016), with its own numbers and names; the English
 * names are ours.
 */
const areas = {
  '1': { de: 'Suchen, Verarbeiten und Aufbewahren', en: 'Searching, processing and storing' },
  '2': { de: 'Kommunizieren und Kooperieren', en: 'Communicating and cooperating' },
  '3': { de: 'Produzieren und Präsentieren', en: 'Producing and presenting' },
  '4': { de: 'Schützen und sicher Agieren', en: 'Protecting and acting safely' },
  '5': { de: 'Problemlösen und Handeln', en: 'Solving problems and acting' },
  '6': { de: 'Analysieren und Reflektieren', en: 'Analysing and reflecting' },
} as const;

const competences = {
  '1.1': { de: 'Suchen und Filtern', en: 'Searching and filtering' },
  '1.2': { de: 'Auswerten und Bewerten', en: 'Evaluating and assessing' },
  '1.3': { de: 'Speichern und Abrufen', en: 'Storing and retrieving' },
  '2.1': { de: 'Interagieren', en: 'Interacting' },
  '2.2': { de: 'Teilen', en: 'Sharing' },
  '2.3': { de: 'Zusammenarbeiten', en: 'Working together' },
  '2.4': {
    de: 'Umgangsregeln kennen und einhalten (Netiquette)',
    en: 'Knowing and keeping the rules of conduct (netiquette)',
  },
  '2.5': { de: 'An der Gesellschaft aktiv teilhaben', en: 'Taking an active part in society' },
  '3.1': { de: 'Entwickeln und Produzieren', en: 'Developing and producing' },
  '3.2': { de: 'Weiterverarbeiten und Integrieren', en: 'Reworking and integrating' },
  '3.3': { de: 'Rechtliche Vorgaben beachten', en: 'Respecting the law' },
  '4.1': { de: 'Sicher in digitalen Umgebungen agieren', en: 'Acting safely in digital environments' },
  '4.2': { de: 'Persönliche Daten und Privatsphäre schützen', en: 'Protecting personal data and privacy' },
  '4.3': { de: 'Gesundheit schützen', en: 'Protecting health' },
  '4.4': { de: 'Natur und Umwelt schützen', en: 'Protecting nature and the environment' },
  '5.1': { de: 'Technische Probleme lösen', en: 'Solving technical problems' },
  '5.2': { de: 'Werkzeuge bedarfsgerecht einsetzen', en: 'Using the right tools' },
  '5.3': {
    de: 'Eigene Defizite ermitteln und nach Lösungen suchen',
    en: 'Finding one’s own gaps and looking for solutions',
  },
  '5.4': {
    de: 'Digitale Werkzeuge und Medien zum Lernen, Arbeiten und Problemlösen nutzen',
    en: 'Using digital tools and media to learn, work and solve problems',
  },
  '5.5': { de: 'Algorithmen erkennen und formulieren', en: 'Recognising and formulating algorithms' },
  '6.1': { de: 'Medien analysieren und bewerten', en: 'Analysing and assessing media' },
  '6.2': {
    de: 'Medien in der digitalen Welt verstehen und reflektieren',
    en: 'Understanding and reflecting on media in the digital world',
  },
} as const;

/** The number of a competence: `5.5`. */
export type CompetenceId = keyof typeof competences;
export const competenceIds = Object.keys(competences) as CompetenceId[];

/** A competence in words. */
export interface Competence {
  id: string;
  name: string;
  area: string;
}

/** A competence in words of a language. */
export function competence(id: CompetenceId, language: LessonLanguage): Competence {
  return { id, name: competences[id][language], area: areas[id[0] as keyof typeof areas][language] };
}
