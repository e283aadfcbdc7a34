import { html, nothing } from 'lit';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { problemText } from '../ui/problem-text.ts';
import './blocks-editor.ts';
import type { SbBlocks } from './blocks-editor.ts';
import './editor-bar.ts';
import type { BarAction, BarPressed, DeskView } from './editor-bar.ts';
import type { OnDemand } from './on-demand.ts';
import { glowingBlocks } from './run-view.ts';
import type { WorkPrograms } from './work-programs.ts';

/** What the middle of the desk shows and may do. */
export interface MiddleParts {
  readonly view: DeskView;
  /** The program stands as text beside the blocks. */
  readonly codeOpen: boolean;
  /** `null`: this class keeps to the lesson's blocks. */
  readonly allBlocks: boolean | null;
  readonly readOnly: boolean;
  /** Somebody else drives. */
  readonly lookingOn: boolean;
  readonly types: readonly string[];
  readonly programs: WorkPrograms;
  readonly rooms: OnDemand;
  readonly lesson: LessonView | null;
  readonly editor: SbBlocks | null;
  readonly selected: string | null;
  readonly edits: number;
  /** Names this pupil's place in this browser. */
  readonly place: string;
  press(action: BarAction): void;
  ready(): void;
  changed(blocks: Blocks): void;
  shown(): void;
  late(why: string): void;
  unreadable(why: string): void;
  select(block: string | null): void;
}

/** The middle of the desk: the bar, and below it the blocks, with their text beside them, or the wiring. */
export function middle(parts: MiddleParts) {
  const { programs, view, codeOpen, readOnly } = parts;
  const wiring = view === 'wiring';
  return html`<section class="middle ${wiring ? 'wiring' : codeOpen ? 'split' : ''}">
    <sb-editor-bar
      .view=${view}
      ?read-only=${readOnly}
      ?code=${codeOpen}
      .allBlocks=${parts.allBlocks}
      ?running=${programs.view.running}
      ?paused=${programs.view.paused}
      ?slow=${programs.slow}
      @bar-pressed=${(event: BarPressed) => parts.press(event.detail)}
    ></sb-editor-bar>
    ${blocks(parts)}${codeOpen && !wiring ? code(parts) : nothing}${wiring ? wiringView(parts) : nothing}
  </section>`;
}

function blocks(parts: MiddleParts) {
  const { programs } = parts;
  const { failed } = programs.view;
  return html`<sb-blocks
    .types=${parts.types}
    .wiring=${programs.wiring}
    .glowing=${glowingBlocks(programs.view)}
    .failed=${failed ? { block: failed.block, text: problemText(failed.problem) } : null}
    ?read-only=${parts.readOnly}
    ?looking-on=${parts.lookingOn}
    @blocks-ready=${parts.ready}
    @blocks-changed=${(event: CustomEvent<Blocks>) => parts.changed(event.detail)}
    @blocks-shown=${parts.shown}
    @blocks-late=${(event: CustomEvent<string>) => parts.late(event.detail)}
    @blocks-unreadable=${(event: CustomEvent<string>) => parts.unreadable(event.detail)}
    @block-selected=${(event: CustomEvent<string | null>) => parts.select(event.detail)}
  ></sb-blocks>`;
}

function code({ rooms, editor, lesson, edits, selected, programs }: MiddleParts) {
  rooms.want('code');
  return html`<sb-code
    .editor=${editor}
    .wiring=${programs.wiring}
    .heading=${lesson?.title ?? ''}
    .version=${edits}
    .glowing=${glowingBlocks(programs.view)}
    .selected=${selected}
    @block-chosen=${(event: CustomEvent<{ block: string }>) => editor?.select(event.detail.block)}
  ></sb-code>`;
}

function wiringView({ rooms, lesson, programs, place, press }: MiddleParts) {
  rooms.want('wiring');
  return html`<sb-wiring
    .lesson=${lesson}
    .wiring=${programs.wiring}
    .bench=${programs.wiringBench}
    .place=${place}
    @done=${() => press('blocks')}
  ></sb-wiring>`;
}
