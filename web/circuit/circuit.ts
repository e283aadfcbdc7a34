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
import { wirePaint } from './wire-paint.ts';
import { drawWires } from './wire-paths.ts';

/**
 * A circuit as it is built: the Pi's header, a breadboard, modules, wires. With `step` (from 0, as in the circuit's
 * steps) what comes with it glows and what comes later is faint.
 */
@localized()
@customElement('sb-circuit')
export class SbCircuit extends LitElement {
  @property({ attribute: false }) circuit: Circuit | null = null;
  @property({ type: Number }) step: number | null = null;

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
    const box = `4 ${top} ${layout.width - 4} ${layout.height - top + 4}`;
    return html`<svg viewBox=${box} role="img" aria-label=${this.words(circuit)}>
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
    </svg>`;
  }

  /** Whether something is there already, comes now, or comes later. */
  private when(kind: 'components' | 'wires', id: string): string {
    if (this.step === null || !this.circuit) return '';
    const at = this.circuit.steps.findIndex((step) => step[kind].includes(id));
    if (at < 0 || at < this.step) return '';
    return at > this.step ? 'later' : kind === 'components' ? 'now part-now' : 'now';
  }

  private words({ board, modules }: Circuit): string {
    const names = [...board.filter(({ kind }) => kind !== 'resistor'), ...modules].map(
      ({ name }) => name[language()],
    );
    return `${msg('Schaltplan')}: ${names.join(', ')}`;
  }

  static override styles = circuitStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-circuit': SbCircuit;
  }
}
