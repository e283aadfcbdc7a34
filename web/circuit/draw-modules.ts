import { svg, type TemplateResult } from 'lit';
import type { ModuleComponent } from '../../lessons/circuit/circuit.ts';
import type { Language } from '../locales/locale.ts';
import type { Box } from './geometry.ts';
import { lightsInRow, terminalOffset } from './module-sizes.ts';

const boardPaint: Readonly<Partial<Record<ModuleComponent['kind'], readonly [string, string]>>> = {
  converter: ['#24529c', '#173767'],
  climate: ['#5a3d8a', '#3c2862'],
  distance: ['#2a6fb0', '#1b4a78'],
  motion: ['#1b6b46', '#124a30'],
  motor: ['#8f2f2a', '#5e1a16'],
  lcd: ['#1b6b46', '#124a30'],
  oled: ['#24529c', '#173767'],
  strip: ['#f7f4ea', '#a39a80'],
  supply: ['#2f3633', '#171c1a'],
};

/** One thing beside the breadboard: its board, its pins at the left with their names, its name below. */
export function drawModule(module: ModuleComponent, box: Box, language: Language): TemplateResult {
  const { x, y, width, height } = box;
  const paint = boardPaint[module.kind];
  const text = module.name[language];
  return svg`<g>
    ${paint ? svg`<rect x=${x} y=${y} width=${boardWidth(module, width)} height=${height} rx="5" fill=${paint[0]} stroke=${paint[1]} stroke-width="1.2" />` : ''}
    ${drawings[module.kind]?.(module, box) ?? ''}
    ${module.terminals.map((terminal, index) => {
      const at = y + terminalOffset(module, index);
      if (module.kind === 'servo') return '';
      return svg`<rect class="gold" x=${x - 3} y=${at - 3} width="8" height="6" rx="1.4" />
        <text class="pin-print ${darkPrint(module) ? 'ink' : ''}" x=${x + 9} y=${at + 2.4}>${terminal.name}</text>`;
    })}
    <text class="module-name" x=${x} y=${y + height + 12}>${text.charAt(0).toUpperCase() + text.slice(1)}</text>
  </g>`;
}

const darkPrint = ({ kind }: ModuleComponent) => kind === 'strip' || kind === 'bare';
const boardWidth = ({ kind }: ModuleComponent, width: number) => (kind === 'motor' ? 72 : width);

type Draw = (module: ModuleComponent, box: Box) => TemplateResult;

const chip: Draw = ({ print }, { x, y, width, height }) =>
  svg`<rect class="dark" x=${x + width - 44} y=${y + height / 2 - 18} width="26" height="22" rx="2" />
    <text class="print" x=${x + width - 31} y=${y + height / 2 + 15} text-anchor="middle">${print ?? ''}</text>`;

const climate: Draw = ({ print }, { x, y, width, height }) =>
  svg`<rect x=${x + width - 36} y=${y + height / 2 - 18} width="16" height="16" rx="1.5" fill="#d5dade" stroke="#8f979d" /><circle cx=${x + width - 31} cy=${y + height / 2 - 13} r="1.6" fill="#23292b" />
    <text class="print" x=${x + width - 28} y=${y + height / 2 + 14} text-anchor="middle">${print ?? ''}</text>`;

const distance: Draw = (_module, { x, y, width, height }) =>
  svg`${[y + height * 0.27, y + height * 0.73].map(
    (cy) =>
      svg`<circle cx=${x + width - 31} cy=${cy} r="24" fill="#d5dade" stroke="#6b736f" /><circle cx=${x + width - 31} cy=${cy} r="17" fill="#3a4340" /><circle cx=${x + width - 31} cy=${cy} r="17" fill="none" stroke="#8f979d" stroke-dasharray="2 2" />`,
  )}`;

const motion: Draw = (_module, { x, y, width, height }) =>
  svg`<rect x=${x + width - 62} y=${y + height / 2 - 28} width="56" height="56" rx="4" fill="#e9ece8" stroke="#a9b1aa" /><circle cx=${x + width - 34} cy=${y + height / 2} r="25" fill="#fbfcfa" stroke="#b7bdb6" />
    ${[-14, 0, 14].map((offset) => svg`<path d="M${x + width - 34 + offset} ${y + height / 2 - 20}q${offset * 0.4} 20 0 40M${x + width - 54} ${y + height / 2 + offset}q20 ${offset * 0.4} 40 0" fill="none" stroke="#ccd2cb" />`)}`;

const cable = ['#875a36', '#cf2e26', '#ee8434'];
const servo: Draw = (module, { x, y, width, height }) =>
  svg`${module.terminals.map((_terminal, index) => {
    const at = y + terminalOffset(module, index);
    return svg`<path d="M${x + 14} ${at}C${x + 34} ${at} ${x + 28} ${y + height / 2 + (index - 1) * 4} ${x + 50} ${y + height / 2 + (index - 1) * 4}" fill="none" stroke=${cable[index]!} stroke-width="3.4" />`;
  })}
    <rect class="dark" x=${x - 1} y=${y + height / 2 - 20} width="17" height="40" rx="2" />
    ${module.terminals.map((terminal, index) => svg`<text class="pin-print" x=${x + 7} y=${y + terminalOffset(module, index) + 2.5} text-anchor="middle">${terminal.name.charAt(0)}</text>`)}
    <rect x=${x + 46} y=${y + 13} width="10" height="48" rx="2" fill="#3f63b8" stroke="#24407f" /><rect x=${x + width - 16} y=${y + 13} width="10" height="48" rx="2" fill="#3f63b8" stroke="#24407f" />
    <rect x=${x + 52} y=${y + 15} width=${width - 64} height="44" rx="3" fill="#4a74d6" stroke="#24407f" />
    <circle cx=${x + 72} cy=${y + height / 2} r="15" fill="#4a74d6" stroke="#24407f" /><path d="M${x + 72} ${y + height / 2}l30 -22" stroke="#f6f5ef" stroke-width="9" stroke-linecap="round" /><circle cx=${x + 72} cy=${y + height / 2} r="7" fill="#f6f5ef" stroke="#b7b8b0" /><circle cx=${x + 72} cy=${y + height / 2} r="2" fill="#6b736f" />`;

const motor: Draw = (_module, { x, y, height }) =>
  svg`<rect class="dark" x=${x + 36} y=${y + 20} width="26" height="34" rx="2" /><text class="print" x=${x + 49} y=${y + 70} text-anchor="middle">L298N</text>
    <path d="M${x + 72} ${y + 30}h14M${x + 72} ${y + 42}h14" stroke="#2b62d9" stroke-width="3" />
    <rect x=${x + 86} y=${y + 16} width="44" height="38" rx="10" fill="#d5dade" stroke="#8f979d" /><rect x=${x + 130} y=${y + 32} width="12" height="6" fill="#8f979d" /><text class="pin-print ink" x=${x + 108} y=${y + 39} text-anchor="middle">M</text>
    <path d="M${x + 72} ${y + height - 26}h14" stroke="#cf2e26" stroke-width="3" /><path d="M${x + 72} ${y + height - 14}h14" stroke="#23292b" stroke-width="3" />
    <rect class="dark" x=${x + 86} y=${y + height - 36} width="56" height="30" rx="3" /><text class="print" x=${x + 114} y=${y + height - 18} text-anchor="middle">4 × AA</text>
    <text class="pin-print" x=${x + 68} y=${y + height - 23} text-anchor="end">+</text><text class="pin-print" x=${x + 68} y=${y + height - 11} text-anchor="end">−</text>`;

const strip: Draw = ({ print }, { x, y, width }) => {
  const lights = Number(print ?? 8);
  return svg`${Array.from({ length: lights }, (_, index) => {
    const cx = x + width - 50 + (index % lightsInRow) * 14;
    const cy = y + 18 + Math.floor(index / lightsInRow) * 15;
    return svg`<rect x=${cx - 5.5} y=${cy - 5.5} width="11" height="11" rx="1.5" fill="#fff" stroke="#8c8268" /><circle cx=${cx} cy=${cy} r="4" fill=${['#e5837c', '#e9cf6b', '#8fcaa5', '#8fb2f5'][index % 4]!} stroke="#8c8268" stroke-width="0.6" />`;
  })}`;
};

const lcd: Draw = (_module, { x, y, width, height }) =>
  svg`<rect x=${x + 30} y=${y + 14} width=${width - 40} height=${height - 28} rx="3" fill="#2f3633" /><rect x=${x + 36} y=${y + 21} width=${width - 52} height=${height - 42} rx="1.5" fill="#a9c94c" />
    <text class="display" x=${x + 41} y=${y + 38}>Hallo!</text>`;

const oled: Draw = (_module, { x, y, width, height }) =>
  svg`<rect x=${x + 32} y=${y + 12} width=${width - 40} height=${height - 24} rx="2" fill="#10151a" /><text class="display light" x=${x + 39} y=${y + height / 2 + 2}>Hallo!</text>`;

const senseHat: Draw = (_module, { x, y, width, height }) =>
  svg`<rect x=${x} y=${y} width=${width} height=${height} rx="8" fill="#1b6b46" stroke="#124a30" /><rect class="dark" x=${x + 12} y=${y + 24} width="96" height="96" rx="3" />
    ${Array.from({ length: 64 }, (_, index) => svg`<rect x=${x + 16 + (index % 8) * 11.4} y=${y + 28 + Math.floor(index / 8) * 11.4} width="8.4" height="8.4" rx="1.4" fill="#e9ecee" />`)}
    <rect class="dark" x=${x + width - 20} y=${y + 8} width="13" height=${height - 16} rx="2" />
    <circle cx=${x + 96} cy=${y + 135} r="8" fill="#d5dade" stroke="#6b736f" /><circle cx=${x + 96} cy=${y + 135} r="3.4" fill="#23292b" /><text class="print" x=${x + 14} y=${y + 139}>Sense HAT</text>
    <path class="onto" d="M${x - 10} ${y + height / 2}H188" marker-end="url(#tip)" />`;

const bare: Draw = (_module, { x, y, width, height }) =>
  svg`<rect x=${x} y=${y} width=${width} height=${height} rx="5" fill="#fff" stroke="#55605a" stroke-width="1.4" stroke-dasharray="5 4" /><text class="question" x=${x + width - 32} y=${y + height / 2 + 9}>?</text>`;

const supply: Draw = (_module, { x, y, width, height }) =>
  svg`<text class="print" x=${x + width - 16} y=${y + height / 2 + 4} text-anchor="end">5 V ⎓</text>`;

const drawings: Readonly<Record<ModuleComponent['kind'], Draw>> = {
  converter: chip,
  climate,
  distance,
  motion,
  servo,
  motor,
  strip,
  lcd,
  oled,
  'sense-hat': senseHat,
  bare,
  supply,
};
