import { describe, expect, it } from 'vitest';
import { parseAssetSearch } from '../../../server/lending/assets/parse-search.ts';

const nothing = {
  words: [],
  code: null,
  scanned: false,
  kind: null,
  condition: null,
  whereabouts: null,
  places: [],
  schools: [],
  unlabelled: false,
};

describe('a line of search', () => {
  it.each([
    { line: '', means: {} },
    { line: 'Kit Mainz', means: { words: ['kit', 'mainz'] } },
    { line: 'art:pi', means: { kind: 'device' } },
    { line: 'kind:kit leds', means: { kind: 'kit', words: ['leds'] } },
    { line: 'ort:Lager', means: { places: ['lager'] } },
    { line: 'ort:"Regal 3" K12', means: { places: ['regal 3'], words: ['k12'], code: 'K12' } },
    { line: 'zustand:defekt', means: { condition: 'repair' } },
    { line: 'zustand:verliehen', means: { whereabouts: 'out' } },
    { line: 'schule:Mainz schule:gym', means: { schools: ['mainz', 'gym'] } },
    { line: 'ohne:etikett', means: { unlabelled: true } },
    { line: 'k-12', means: { words: ['k-12'], code: 'K12' } },
    { line: 'https://pi.example.org/t/K12', means: { words: ['k12'], code: 'K12', scanned: true } },
    { line: 'art:unsinn ort:', means: { words: ['art:unsinn', 'ort:'] } },
    { line: '100% "echt', means: { words: ['100%', 'echt'] } },
  ])('"$line"', ({ line, means }) => {
    expect(parseAssetSearch(line)).toEqual({ ...nothing, ...means });
  });
});
