import type { Land, SchoolType } from '../../api/contract/lending/schools.ts';
import { plainText } from './plain-name.ts';

/** Short names of school types as Länder write them, compared without blanks and dots. */
const shortNames: Readonly<Record<string, SchoolType>> = {
  gs: 'primary',
  ghs: 'secondary',
  ghrs: 'secondary',
  'grs+': 'secondary',
  hs: 'secondary',
  hrs: 'secondary',
  rs: 'secondary',
  'rs+': 'secondary',
  'rs+fos': 'secondary',
  regs: 'secondary',
  ms: 'secondary',
  obs: 'secondary',
  wrs: 'secondary',
  gy: 'grammar',
  gym: 'grammar',
  agy: 'adult',
  igs: 'comprehensive',
  kgs: 'comprehensive',
  bbs: 'vocational',
  bs: 'vocational',
  bk: 'vocational',
  fos: 'vocational',
  bos: 'vocational',
  fs: 'vocational',
  osz: 'vocational',
  fws: 'waldorf',
  ws: 'waldorf',
  koll: 'adult',
  foes: 'special',
  fz: 'special',
  sbbz: 'special',
};

/** Words within a school type, the more telling first: a `Berufliches Gymnasium` is vocational before it is a Gymnasium. */
const words: readonly (readonly [pattern: RegExp, type: SchoolType])[] = [
  [/waldorf|rudolf-steiner/, 'waldorf'],
  [
    /foerder|sonderpaed|sonderschule|sbbz|schule fuer (blinde|gehoerlose|koerperbehinderte|kranke|geistig)/,
    'special',
  ],
  [
    /abend|kolleg(e|s)?$|kolleg[ /,]|erwachsene|zweiter bildungsweg|weiterbildungskolleg|studienkolleg/,
    'adult',
  ],
  [
    /beruf|fachober|fachschule|fachakademie|wirtschaftsschule|oberstufenzentrum|handelsschule|technikerschule/,
    'vocational',
  ],
  [
    /gesamtschule|gemeinschaftsschule|stadtteilschule|integrierte sekundarschule|laborschule/,
    'comprehensive',
  ],
  [/gymnasi/, 'grammar'],
  [
    /realschule|hauptschule|mittelschule|oberschule|regelschule|sekundarschule|regionale schule|regionalschule|werkreal/,
    'secondary',
  ],
  [/grundschule|primar|volksschule|grundstufe/, 'primary'],
];

/** Words that stand for something else in some Länder. */
const byLand: Partial<Record<Land, readonly (readonly [pattern: RegExp, type: SchoolType])[]>> = {
  // All courses to the Abitur under one roof.
  HB: [[/oberschule/, 'comprehensive']],
  NW: [[/sekundarschule/, 'comprehensive']],
  // The integrated one is the only one there is.
  BE: [[/sekundarschule|\biss\b/, 'comprehensive']],
  // Förderschulen by their focus: SFL, SFG, SFM …
  RP: [[/^sf\w*$/, 'special']],
  MV: [[/^foe[a-z]*$/, 'special']],
};

/**
 * A school's type over all Länder.
 *
 * @param raw as the Land calls it: `RS+`, `Staatliche Regelschule`.
 * @returns null for nothing at all, `other` for what is not known.
 */
export function schoolTypeOf(raw: string, land: Land | null): SchoolType | null {
  const text = plainText(raw);
  if (text === '') return null;
  const own = (land && byLand[land]) ?? [];
  const short = shortNames[text.replace(/[\s.]/g, '')];
  return (
    own.find(([pattern]) => pattern.test(text))?.[1] ??
    short ??
    words.find(([pattern]) => pattern.test(text))?.[1] ??
    'other'
  );
}
