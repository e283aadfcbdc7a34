/** A page with the pin recorder alone, and the same data drawn whole by uPlot to compare. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import '../../../web/ui/page.css';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { seededRandom } from '../../../device/program/seeded-random.ts';
import { startLanguage } from '../../../web/locales/locale.ts';
import type { Lane } from '../../../web/pupil/recorder/lane.ts';
import { Recording } from '../../../web/pupil/recorder/recording.ts';
import '../../../web/pupil/recorder/recorder.ts';

/** What one way of drawing took. */
export interface Drawn {
  /** From one frame to the next, ms. */
  readonly frames: number[];
  /** For drawing alone, ms. */
  readonly draws: number[];
}

/** What the page offers to the benchmark. */
export interface RecorderPage {
  /** Records so many changes in eight lanes. @returns how many are kept. */
  fill(changes: number): Promise<number>;
  /** Pans and zooms the recorder, once a frame. */
  recorder(frames: number): Promise<Drawn>;
  /** The same with uPlot and every point. */
  naive(frames: number): Promise<Drawn>;
}

declare global {
  interface Window {
    recorderPage: RecorderPage;
  }
}

const wiring: Wiring = {
  parts: [
    { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    { id: 'amber', type: 'led', pins: { anode: 23 }, color: 'amber' },
    { id: 'green', type: 'led', pins: { anode: 24 }, color: 'green' },
    { id: 'button', type: 'button', pins: { signal: 25 } },
    { id: 'buzzer', type: 'buzzer', pins: { signal: 22 } },
    { id: 'distance', type: 'distance', pins: { trigger: 20, echo: 21 } },
    { id: 'light', type: 'light', pins: {}, options: { address: 72, channel: 0 } },
    { id: 'blue', type: 'led', pins: { anode: 12 }, color: 'blue' },
  ],
};
/** Length of the run, µs. */
const length = 60_000_000;
const recording = new Recording(() => 0);
const size = { width: 1200, height: 640 } as const;

/** Eight lanes: six pins, of which one pulses, and two values. Time passes unevenly. */
function* events(changes: number): Generator<TraceEvent> {
  const random = seededRandom(8);
  const levels = new Map<number, 0 | 1>();
  const gpios = [18, 23, 24, 25, 22] as const;
  for (let index = 0; index < changes; index++) {
    const at = Math.round((length * (index + random())) / changes);
    const lane = index % 8;
    const gpio = gpios[lane];
    if (gpio !== undefined) {
      const level = levels.get(gpio) === 1 ? 0 : 1;
      levels.set(gpio, level);
      yield { at, kind: 'pin', gpio, level };
    } else if (lane === 5)
      yield { at, kind: 'pwm', gpio: 12, hertz: 100 + (index % 400), duty: 0.1 + 0.8 * random() };
    else if (lane === 6)
      yield { at, kind: 'value', part: 'distance', value: 'distance', is: 200 + 190 * random() };
    else yield { at, kind: 'value', part: 'light', value: 'brightness', is: 50 + 45 * random() };
  }
}

async function fill(changes: number): Promise<number> {
  let batch: TraceEvent[] = [
    { at: 0, kind: 'start' },
    { at: 0, kind: 'pin', gpio: 12, level: 1 },
  ];
  let sequence = 0;
  for (const event of events(changes)) {
    batch.push(event);
    if (batch.length < 500) continue;
    recording.hear('virtual', { runId: 'bench', sequence: sequence++, events: batch });
    batch = [];
  }
  recording.hear('virtual', { runId: 'bench', sequence, events: batch });
  const recorder = document.createElement('sb-recorder');
  Object.assign(recorder, { recording, wiring });
  Object.assign(recorder.style, { width: `${size.width}px`, height: `${size.height}px` });
  document.body.replaceChildren(recorder);
  await recorder.updateComplete;
  return recording.run()?.changes ?? 0;
}

/** What is in sight in a frame: from the whole run to a hundredth of it and back, and sideways. */
function windowOf(frame: number, frames: number): { from: number; to: number } {
  const share = 0.505 + 0.495 * Math.cos((2 * Math.PI * frame) / frames);
  const from = (length - length * share) * (0.5 + 0.5 * Math.sin((4 * Math.PI * frame) / frames));
  return { from, to: from + length * share };
}

async function eachFrame(frames: number, draw: (frame: number) => void): Promise<Drawn> {
  const drawn: Drawn = { frames: [], draws: [] };
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    const began = performance.now();
    draw(frame);
    drawn.draws.push(performance.now() - began);
    const now = await nextFrame();
    drawn.frames.push(now - last);
    last = now;
  }
  return drawn;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

async function recorderFrames(frames: number): Promise<Drawn> {
  const recorder = document.querySelector('sb-recorder');
  const chart = recorder?.shadowRoot?.querySelector('sb-recorder-chart');
  if (!chart) throw new Error('no chart');
  const { viewing } = chart;
  const look = (frame: number) => {
    const { from, to } = windowOf(frame, frames);
    viewing.zoom((to - from) / (viewing.window.to - viewing.window.from));
    viewing.pan(from - viewing.window.from);
  };
  // The recorder draws in the frame that follows.
  const drawn = await eachFrame(frames, look);
  const draws: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    look(frame);
    const began = performance.now();
    chart.draw();
    draws.push(performance.now() - began);
  }
  return { ...drawn, draws };
}

async function naiveFrames(frames: number): Promise<Drawn> {
  const lanes = [...(recording.run()?.lanes.values() ?? [])];
  const data = uPlot.join(lanes.map(pointsOf));
  const host = document.createElement('div');
  document.body.append(host);
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const plot = new uPlot(
    {
      ...size,
      legend: { show: false },
      scales: {
        x: { time: false },
        ...Object.fromEntries(lanes.map((_, index) => [`y${index}`, laneScale(index, lanes.length)])),
      },
      axes: [{}],
      series: [
        {},
        ...lanes.map((_, index) => ({
          scale: `y${index}`,
          stroke: '#1f2a24',
          width: 2,
          spanGaps: true,
          points: { show: false },
          paths: stepped,
        })),
      ],
    },
    data,
    host,
  );
  const drawn = await eachFrame(frames, (frame) => {
    const { from, to } = windowOf(frame, frames);
    plot.batch(() => plot.setScale('x', { min: from, max: to }));
  });
  plot.destroy();
  host.remove();
  return drawn;
}

/** Each lane on a stripe of its own. */
function laneScale(index: number, lanes: number): uPlot.Scale {
  return {
    range: (_plot, least, most) => {
      const height = most - least || 1;
      return [least - (lanes - 1 - index) * height * 1.2, most + index * height * 1.2];
    },
  };
}

function pointsOf({ times, values, count }: Lane): uPlot.AlignedData {
  return [times.slice(0, count), values.slice(0, count)];
}

await startLanguage();
window.recorderPage = { fill, recorder: recorderFrames, naive: naiveFrames };
