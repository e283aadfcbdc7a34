import {
  type AssetKind,
  type Condition,
  parseAssetCode,
  type Whereabouts,
} from '../../api/contract/lending/assets.ts';

/** What somebody looks for, read from one line. */
export interface AssetSearch {
  /** In lower case; each has to be in the thing's search text. */
  readonly words: readonly string[];
  /** A code that was typed or scanned: its thing comes first. */
  readonly code: string | null;
  /** The line was a label's address: nothing but that thing is meant. */
  readonly scanned: boolean;
  readonly kind: AssetKind | null;
  readonly condition: Condition | null;
  readonly whereabouts: Whereabouts | null;
  /** Parts of a place's name, and of a school's name or city, in lower case. */
  readonly places: readonly string[];
  readonly schools: readonly string[];
  /** Only those whose label nobody has printed. */
  readonly unlabelled: boolean;
}

const kinds: Readonly<Record<string, AssetKind>> = {
  kit: 'kit',
  kits: 'kit',
  box: 'box',
  kiste: 'box',
  pi: 'device',
  gerät: 'device',
  geraet: 'device',
  device: 'device',
  teil: 'part',
  part: 'part',
};

const conditions: Readonly<Record<string, Condition>> = {
  gut: 'usable',
  ok: 'usable',
  usable: 'usable',
  defekt: 'repair',
  reparatur: 'repair',
  kaputt: 'repair',
  repair: 'repair',
  verloren: 'lost',
  lost: 'lost',
  ausgemustert: 'retired',
  retired: 'retired',
};

const whereabouts: Readonly<Record<string, Whereabouts>> = {
  hier: 'here',
  here: 'here',
  gepackt: 'packed',
  packed: 'packed',
  verliehen: 'out',
  out: 'out',
  gespendet: 'donated',
  donated: 'donated',
};

/**
 * Reads words and qualifiers, German or English: `kind:` (`art:`), `place:` (`ort:`), `state:` (`zustand:`, also where a
 * thing is: `verliehen`), `school:` (`schule:`), `without:label` (`ohne:etikett`). A value with blanks stands in quotes:
 * `ort:"Regal 3"`. A qualifier that says nothing known is looked for as a word.
 */
export function parseAssetSearch(line: string): AssetSearch {
  const found = { kind: null, condition: null, whereabouts: null } as {
    kind: AssetKind | null;
    condition: Condition | null;
    whereabouts: Whereabouts | null;
  };
  const words: string[] = [];
  const places: string[] = [];
  const schools: string[] = [];
  let code: string | null = null;
  let unlabelled = false;
  const link = parseAssetCode(line);
  if (link?.origin) {
    return {
      ...found,
      words: [link.code.toLowerCase()],
      code: link.code,
      scanned: true,
      places,
      schools,
      unlabelled,
    };
  }
  for (const term of termsOf(line.toLowerCase())) {
    const [, name = '', held = ''] = /^(\p{L}+):(.+)$/u.exec(term) ?? [];
    const value = unquoted(held);
    if (/^(art|kind|typ|type)$/.test(name) && kinds[value]) found.kind = kinds[value];
    else if (/^(zustand|state|condition|status)$/.test(name) && (conditions[value] ?? whereabouts[value])) {
      if (conditions[value]) found.condition = conditions[value];
      else found.whereabouts = whereabouts[value] ?? null;
    } else if (/^(ort|place|platz)$/.test(name) && value) places.push(value);
    else if (/^(schule|school)$/.test(name) && value) schools.push(value);
    else if (/^(ohne|without)$/.test(name) && /^(etikett|label)$/.test(value)) unlabelled = true;
    else {
      words.push(unquoted(term));
      code ??= parseAssetCode(term)?.code ?? null;
    }
  }
  return { ...found, words, code, scanned: false, places, schools, unlabelled };
}

function termsOf(line: string): string[] {
  return line.match(/(?:[^\s"]+:)?"[^"]*"?|\S+/g) ?? [];
}

function unquoted(text: string): string {
  return text.replaceAll('"', '').trim();
}
