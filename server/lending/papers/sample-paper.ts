import type { LoanKind } from '../../api/contract/lending/loans.ts';
import type { PaperKind, Settings } from '../../api/contract/lending/papers.ts';
import { endOfTime } from '../loans/local-time.ts';
import type { ContentLine, PaperContent } from './paper-content.ts';

const thing = (depth: number, code: string, name: string, more: Partial<ContentLine> = {}): ContentLine => ({
  depth,
  type: 'Kit',
  code,
  name,
  model: '',
  serial: '',
  count: 1,
  cents: null,
  state: 'out',
  back: null,
  damaged: 0,
  remark: '',
  ...more,
});
const part = (depth: number, name: string, count: number, each: number, more: Partial<ContentLine> = {}) =>
  thing(depth, '', name, { type: 'Teil', count, cents: count * each, ...more });

/** A made-up paper for the editor of texts: two kits at a school. */
export function samplePaper(
  kind: PaperKind,
  about: {
    readonly template: string;
    readonly loanKind: LoanKind;
    readonly association: Settings['association'];
    readonly now: number;
  },
): PaperContent {
  const back = kind === 'return';
  const lines = [3, 4].flatMap((kit) => sampleKit(kit, back));
  return {
    format: 1,
    kind,
    loanKind: about.loanKind,
    number: `${new Date(about.now).getUTCFullYear()}-014`,
    at: about.now,
    startsAt: about.now,
    endsAt: about.loanKind === 'donation' ? endOfTime : about.now + 28 * 86_400_000,
    pupils: 24,
    lessons: ['Blink', 'Ampel'],
    association: about.association,
    school: {
      name: 'Integrierte Gesamtschule Beispielstadt',
      address: 'Schulstraße 12',
      zip: '55116',
      city: 'Mainz',
      provider: 'Landeshauptstadt Mainz',
      schoolNumber: '50720',
      contactName: 'Samira Öztürk',
      contactEmail: 's.oeztuerk@igs.example',
      contactPhone: '06131 123456',
    },
    lines,
    totalCents: lines.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    remarks: back ? 'Rückgabe durch den Hausmeister.' : 'Netzteile liegen im Deckel.',
    tests: back
      ? [
          {
            code: 'P7',
            at: about.now,
            state: 'passed',
            checks: [
              { name: 'connects', result: 'ok', value: '' },
              { name: 'card-speed', result: 'ok', value: '21,4 MB/s' },
              { name: 'wifi-wiped', result: 'ok', value: '' },
            ],
          },
        ]
      : [],
    template: about.template,
  };
}

function sampleKit(number: number, back: boolean): ContentLine[] {
  const missing = back && number === 4;
  const state = back ? 'back' : 'out';
  const counted = (count: number) => (back ? { state, back: count } : {}) as Partial<ContentLine>;
  return [
    thing(0, `K${number}`, `Kit ${number}`, { state, cents: 1200 }),
    thing(1, `P${number + 4}`, 'Raspberry Pi 4', {
      type: 'Raspberry Pi',
      model: '4 GB',
      serial: `10000000a1b2c3d${number}`,
      cents: 4830,
      state,
    }),
    thing(1, `B${number}`, 'Box mit Bauteilen', {
      type: 'Box',
      state: missing ? 'damaged' : state,
      cents: 350,
      remark: missing ? 'Deckel gerissen' : '',
    }),
    part(2, 'LED rot', 20, 8, counted(20)),
    part(2, 'Steckbrücken', 40, 5, counted(missing ? 36 : 40)),
    part(2, 'Widerstand 330 Ω', 20, 2, { ...counted(20), ...(missing ? { damaged: 1 } : {}) }),
    thing(1, `T${number}`, 'Servo SG90', { type: 'Teil', state: missing ? 'missing' : state, cents: 420 }),
  ];
}
