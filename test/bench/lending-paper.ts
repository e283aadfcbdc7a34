import { defaultTemplates } from '../../server/lending/papers/default-templates.ts';
import { paperPdf } from '../../server/lending/papers/pdf/paper-pdf.ts';
import { samplePaper } from '../../server/lending/papers/sample-paper.ts';
import { defaultSettings } from '../../server/lending/settings/default-settings.ts';
import type { Measurement } from './measurement.ts';
import { median } from './statistics.ts';

const rounds = 15;
/** Most that an agreement may take, ms. */
const most = 500;

/** How long an agreement over 30 kits takes, 210 lines on eight pages, beside one over a single kit. */
export async function lendingPaperBench(): Promise<Measurement[]> {
  const sample = samplePaper('agreement', {
    template: defaultTemplates.agreement,
    loanKind: 'loan',
    association: defaultSettings.association,
    now: Date.UTC(2026, 10, 22),
  });
  const kit = sample.lines.slice(0, 7);
  const large = { ...sample, lines: Array.from({ length: 30 }, () => kit).flat() };
  const small = { ...sample, lines: kit };
  const times: { large: number[]; small: number[] } = { large: [], small: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, content] of [
      ['large', large],
      ['small', small],
    ] as const) {
      const begin = performance.now();
      await paperPdf(content, { association: null, school: null }, { draft: false });
      times[name].push(performance.now() - begin);
    }
  }
  const value = median(times.large);
  const baselineValue = median(times.small);
  return [
    {
      id: 'agreement-pdf',
      value,
      unit: 'ms for 30 kits, median',
      baseline: 'one kit, ms',
      baselineValue,
      ratio: value / baselineValue,
      target: `<= ${most} ms`,
      met: value <= most,
      samples: rounds,
    },
  ];
}
