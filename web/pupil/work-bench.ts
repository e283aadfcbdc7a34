import { msg } from '@lit/localize';
import { html, type nothing, type TemplateResult } from 'lit';
import type { PartInput } from '../../device/contract/command.ts';
import type { BoardInput } from '../board/board.ts';
import '../board/board.ts';
import { lineIcon } from '../ui/line-icons.ts';
import './console.ts';
import type { BlockChosen } from './console.ts';
import type { OnDemand } from './on-demand.ts';
import type { WorkPrograms } from './work-programs.ts';

/** What stands below the board. */
export type Tool = 'console' | 'variables' | 'recorder';

/** What the bench shows and may do. */
export interface BenchParts {
  readonly programs: WorkPrograms;
  readonly rooms: OnDemand;
  readonly tool: Tool;
  readonly open: boolean;
  /** The lesson's name. */
  readonly heading: string;
  readonly keyPad: TemplateResult | typeof nothing;
  /** What a variable of the source is called in the blocks. */
  readonly names: ReadonlyMap<string, string>;
  fold(): void;
  choose(tool: Tool): void;
  select(block: string): void;
}

/** The right side of the desk: the board, the keys of the program, and below them what measures and tells. */
export function bench({ programs, keyPad, open, fold, ...below }: BenchParts) {
  return html`<section class="bench ${open ? '' : 'folded'}" aria-label=${msg('Dein Steckbrett')}>
    <button type="button" class="handle" aria-expanded=${open} @click=${fold}>
      ${lineIcon('chevron-down')} ${open ? msg('Pi und Schritte ausblenden') : msg('Pi und Schritte zeigen')}
    </button>
    <sb-board
      .wiring=${programs.wiring}
      .board=${programs.view.board}
      ?interactive=${programs.canTouch}
      ?online=${programs.online}
      ?running=${programs.view.running}
      @board-input=${(event: BoardInput) => void programs.input(event.detail as PartInput)}
    ></sb-board>
    ${keyPad}
    <section class="tools ${below.tool}">
      <div class="tabs" role="group" aria-label=${msg('Unter dem Pi')}>
        ${tab('console', msg('Konsole'), below)}${tab('variables', msg('Variablen'), below)}${tab('recorder', msg('Pins messen'), below)}
      </div>
      ${tool(programs, below)}
    </section>
  </section>`;
}

type Below = Omit<BenchParts, 'programs' | 'keyPad' | 'open' | 'fold'>;

function tab(which: Tool, label: string, { tool: open, choose }: Below) {
  return html`<button type="button" data-test="tab-${which}" aria-pressed=${open === which} @click=${() => choose(which)}>
    ${label}
  </button>`;
}

function tool(programs: WorkPrograms, { tool: open, rooms, names, heading, select }: Below) {
  const { view } = programs;
  if (open === 'console') {
    return html`<sb-console .lines=${view.lines} @block-chosen=${(event: BlockChosen) => select(event.detail.block)}></sb-console>`;
  }
  if (!rooms.has(open)) return html`<p role="status">${msg('Einen Moment …')}</p>`;
  if (open === 'variables') {
    return html`<sb-variables .values=${view.variables} .names=${names} ?running=${view.running}></sb-variables>`;
  }
  return html`<sb-recorder .recording=${programs.recording} .wiring=${programs.wiring} .target=${programs.target} .heading=${heading} ?running=${view.running}></sb-recorder>`;
}
