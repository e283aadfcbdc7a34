import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardComponent, Circuit, Wire } from '../../../lessons/circuit/circuit.ts';
import { ringColours } from '../../../lessons/circuit/resistors.ts';
import { circuitStyles } from '../../circuit/circuit-styles.ts';
import { drawBoardPart } from '../../circuit/draw-board-parts.ts';
import { drawModule } from '../../circuit/draw-modules.ts';
import { arrange, type Box, type Layout } from '../../circuit/geometry.ts';
import { wirePaint } from '../../circuit/wire-paint.ts';
import { language } from '../../locales/locale.ts';
import { lineIcon } from '../../ui/line-icons.ts';

const lampPaint = {
  red: '#e5483d',
  amber: '#f2b01e',
  yellow: '#f5d33a',
  green: '#3fae6b',
  blue: '#4a86f0',
  white: '#e9eded',
} as const;

/** What lies in the hand at a step: the part as it comes out of the box, or the wire in its colour. */
@customElement('sb-step-picture')
@localized()
export class SbStepPicture extends LitElement {
  @property({ attribute: false }) circuit: Circuit | null = null;
  @property({ type: Number }) step = 0;

  override render() {
    const { circuit } = this;
    const step = circuit?.steps[this.step];
    if (!circuit || !step) return nothing;
    const part = circuit.board.find(({ id }) => step.components.includes(id));
    const wire = circuit.wires.find(({ id }) => step.wires.includes(id));
    if (part?.kind === 'led') return lamp(lampPaint[part.color ?? 'red']);
    if (part?.kind === 'resistor') return resistor(part.ohms ?? 330);
    if (part) {
      const layout = arrange(circuit);
      const { x, y, width, height } = pictureBox(part, layout);
      return html`<svg viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">${drawBoardPart(part, layout, language())}</svg>`;
    }
    const module = circuit.modules.find(({ id }) => step.components.includes(id));
    if (module) {
      const box = arrange(circuit).modules.get(module.id);
      return box
        ? html`<svg viewBox="${box.x - 8} ${box.y - 6} ${box.width + 16} ${box.height + 12}" aria-hidden="true">${drawModule(module, box, language())}</svg>`
        : nothing;
    }
    if (wire) return cable(wire);
    return html`<span class="say">${lineIcon(this.step === 0 ? 'unplug' : 'eye')}</span>`;
  }

  static override styles = [
    circuitStyles,
    css`
      :host {
        display: grid;
        place-items: center;
      }
      svg {
        max-height: none;
      }
      .part-name,
      .module-name {
        display: none;
      }
      .leg-name {
        font-size: 13.5px;
        font-weight: 650;
        fill: var(--circuit-ink);
      }
      .say {
        display: grid;
        place-items: center;
        width: 72px;
        height: 72px;
        border-radius: 50%;
        background: var(--sb-copper-soft);
        color: var(--sb-copper);
      }
      .say svg {
        width: 36px;
        height: 36px;
      }
    `,
  ];
}

/** Where a part is drawn: beside its legs, on the side that its drawing takes, or between them. */
function pictureBox({ kind, legs }: BoardComponent, layout: Layout): Box {
  const points = legs.map(({ at }) => layout.point(at));
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const across = last - first > 1;
  const toTheLeft = kind === 'potentiometer' || kind === 'photoresistor';
  const x = across ? first - 12 : toTheLeft ? first - 46 : first - 6;
  const width = across ? last - first + 24 : 52;
  const y = Math.min(...ys) - 12;
  return { x, y, width, height: Math.max(...ys) + 12 - y };
}

/** An LED upright, its legs as long as they are, so that nobody has to guess which is which. */
function lamp(paint: string): TemplateResult {
  return html`<svg viewBox="0 0 120 112" aria-hidden="true">
    ${svg`<path class="wire-leg" d="M53 58V104" stroke="#7d868a" stroke-width="3" stroke-linecap="round" />
      <path d="M67 58V86" stroke="#7d868a" stroke-width="3" stroke-linecap="round" />
      <path d="M40 50V26a20 20 0 0 1 40 0V50z" fill=${paint} stroke="#23292b" stroke-opacity="0.5" stroke-width="1.4" />
      <path d="M36 49.500H80V58H36z" fill=${paint} stroke="#23292b" stroke-opacity="0.5" stroke-width="1.4" />
      <path d="M47 44V27a12 12 0 0 1 5-9.500" fill="none" stroke="#fff" stroke-opacity="0.8" stroke-width="4" stroke-linecap="round" />
      <text class="leg-name" x="48" y="102" text-anchor="end">${msg('lang')} +</text>
      <text class="leg-name" x="73" y="87">− ${msg('kurz')}</text>`}
  </svg>`;
}

/** A resistor with its rings, large enough to compare. */
function resistor(ohms: number): TemplateResult {
  const rings = [...ringColours(ohms), '#c9a227'];
  return html`<svg viewBox="0 0 120 56" aria-hidden="true">
    ${svg`<path d="M2 28H118" stroke="#7d868a" stroke-width="3" stroke-linecap="round" />
      <path d="M26 17q6-5 13 0q21 5 42 0q7-5 13 0v22q-6 5-13 0q-21-5-42 0q-7 5-13 0z" fill="#e6cfa4" stroke="#9c8048" stroke-width="1.2" />
      ${rings.map((colour, index) => svg`<rect x=${[36, 48, 60, 80][index]!} y=${index === 0 ? 15.5 : 18.5} width="6" height=${index === 0 ? 25 : 19} fill=${colour} />`)}`}
  </svg>`;
}

/** A jumper wire in its colour. */
function cable({ colour }: Wire): TemplateResult {
  const curve = 'M22 58C40 6 80 90 98 30';
  return html`<svg viewBox="0 0 120 88" aria-hidden="true">
    ${svg`<path d=${curve} fill="none" stroke="#23292b" stroke-opacity="0.55" stroke-width="8.500" stroke-linecap="round" />
      <path d=${curve} fill="none" stroke=${wirePaint[colour]} stroke-width="6" stroke-linecap="round" />
      <g fill="#2f3633"><rect x="16" y="56" width="11" height="22" rx="2" transform="rotate(18 22 58)" /><rect x="92.500" y="9" width="11" height="22" rx="2" transform="rotate(16 98 30)" /></g>`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-step-picture': SbStepPicture;
  }
}
