import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Circuit, WireColour } from '../../lessons/circuit/circuit.ts';
import { language } from '../locales/locale.ts';
import { circuitStyles } from './circuit-styles.ts';
import { drawBoardPart } from './draw-board-parts.ts';
import { drawBreadboard, drawPi, drawPins, drawRowNumbers } from './draw-boards.ts';
import { drawModule } from './draw-modules.ts';
import { arrange } from './geometry.ts';
import { type StepEnd, stepBox, stepEnds, zoomTo } from './step-focus.ts';
import { wirePaint } from './wire-paint.ts';
import { drawWires } from './wire-paths.ts';

/**
 * A circuit as it is built: the Pi's header, a breadboard, modules, wires. With `step` (from 0, as in the circuit's
 * steps) what comes with it glows, what is there already is calm, and what comes later is faint. With `mark` all is
 * there and a step's place glows. `near` goes close to that place.
 */
@customElement('sb-circuit')
@localized()
export class SbCircuit extends LitElement {
  @property({ attribute: false }) circuit: Circuit | null = null;
  @property({ type: Number }) step: number | null = null;
  @property({ type: Number }) mark: number | null = null;
  @property({ type: Boolean }) near = false;

  protected override render() {
    const { circuit } = this;
    if (!circuit) return nothing;
    const speaks = language();
    const comma = speaks === 'de' ? ',' : '.';
    const layout = arrange(circuit);
    const { wires, top } = drawWires(circuit, layout);
    const used = new Map<number, WireColour>(
      circuit.wires.flatMap(({ id, from, colour }) =>
        from.kind === 'pin' && this.when('wires', id) !== 'later' ? [[from.pin, colour] as const] : [],
      ),
    );
    const whole = { x: 4, y: top, width: layout.width - 4, height: layout.height - top + 4 };
    const looked = this.mark ?? this.step;
    const piece = this.near && looked !== null ? stepBox(circuit, layout, looked, whole) : null;
    return html`<svg viewBox="${whole.x} ${whole.y} ${whole.width} ${whole.height}" role="img" aria-label=${this.words(circuit)}>
      <g class="stage" style="transform:${zoomTo(piece, whole)}">
      <defs><marker id="tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0L10 5L0 10z" fill="#96501f" /></marker></defs>
      ${drawPi()}${circuit.breadboard ? drawBreadboard(circuit, comma) : nothing}
      ${circuit.modules.map((module) => {
        const place = layout.modules.get(module.id);
        return place
          ? svg`<g class=${this.when('components', module.id)} data-component=${module.id}>${drawModule(module, place, speaks)}</g>`
          : nothing;
      })}
      ${circuit.board
        .filter(({ kind }) => kind === 'resistor')
        .map(
          (part) =>
            svg`<g class=${this.when('components', part.id)} data-component=${part.id}>${drawBoardPart(part, layout, speaks)}</g>`,
        )}
      ${wires.map(
        ({
          wire,
          path,
          from,
          to,
        }) => svg`<g class="wire ${wire.colour} ${this.when('wires', wire.id)}" data-wire=${wire.id}>
          <path class="casing" d=${path} /><path class="core" d=${path} stroke=${wirePaint[wire.colour]} />
          ${[from, to].map((end, index) =>
            index === 0 && wire.from.kind === 'pin'
              ? nothing
              : svg`<circle class="plug" cx=${end.x} cy=${end.y} r="2.9" fill=${wirePaint[wire.colour]} />`,
          )}
        </g>`,
      )}
      ${drawPins(used, comma)}${circuit.breadboard ? drawRowNumbers('right') : nothing}
      ${circuit.board
        .filter(({ kind }) => kind !== 'resistor')
        .map(
          (part) =>
            svg`<g class=${this.when('components', part.id)} data-component=${part.id}>${drawBoardPart(part, layout, speaks)}</g>`,
        )}
      ${circuit.breadboard ? drawRowNumbers('left') : nothing}
      ${looked === null ? nothing : stepEnds(circuit, layout, looked).map(drawEnd)}
      </g>
    </svg>`;
  }

  /** Whether something is there already, comes now, or comes later. */
  private when(kind: 'components' | 'wires', id: string): string {
    const looked = this.mark ?? this.step;
    if (looked === null || !this.circuit) return '';
    const at = this.circuit.steps.findIndex((step) => step[kind].includes(id));
    if (at === looked) return kind === 'components' ? 'now part-now' : 'now';
    if (this.mark !== null || at < 0) return '';
    return at > looked ? 'later' : 'done';
  }

  private words({ board, modules }: Circuit): string {
    const names = [...board.filter(({ kind }) => kind !== 'resistor'), ...modules].map(
      ({ name }) => name[language()],
    );
    return `${msg('Schaltplan')}: ${names.join(', ')}`;
  }

  static override styles = circuitStyles;
}

/** A ring around a place, and its name beside it. */
function drawEnd({ at: { x, y }, name, side }: StepEnd) {
  const left = side === 'left' ? x - 8 - tag.width : x + 8;
  return svg`<g class="end"><circle class="ring" cx=${x} cy=${y} r="6" />${
    name === null
      ? nothing
      : svg`<rect class="tag" x=${left} y=${y - tag.height / 2} width=${tag.width} height=${tag.height} rx="4" /><text class="tag-name" x=${left + tag.width / 2} y=${y + 2.9}>${name}</text>`
  }</g>`;
}

const tag = { width: 20, height: 9.6 } as const;

declare global {
  interface HTMLElementTagNameMap {
    'sb-circuit': SbCircuit;
  }
}
