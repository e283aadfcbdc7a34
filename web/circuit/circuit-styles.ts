import { css } from 'lit';

/** A thing keeps its own colours in every scheme; what is written beside it stands on the page's paper. */
export const circuitStyles = css`
  :host {
    display: block;
    --circuit-paper: var(--sb-surface, #fff);
    --circuit-ink: var(--sb-ink, #1f2a24);
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    max-height: inherit;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  text {
    font-family: var(--sb-font);
    fill: var(--circuit-ink);
  }
  .pcb {
    fill: #1b6b46;
    stroke: #124a30;
    stroke-width: 1.2;
  }
  .socket {
    fill: #d5dade;
    stroke: #8f979d;
  }
  .mount {
    fill: var(--circuit-paper);
    stroke: #d9b24c;
    stroke-width: 2.4;
  }
  .chip,
  .dark {
    fill: #262d2b;
  }
  .lid {
    fill: #b9c0c4;
  }
  .strip {
    fill: #171c1a;
  }
  .silk,
  .print {
    fill: #fff;
    font-size: 9px;
    font-weight: 600;
  }
  .contact {
    fill: #e2b64c;
    stroke: #6f5416;
    stroke-width: 0.8;
  }
  .pin.v5 .contact {
    fill: #e5726a;
  }
  .pin.v3 .contact {
    fill: #f3a566;
  }
  .pin.gnd .contact {
    fill: #9aa39e;
  }
  .pin .number {
    font-size: 6.6px;
    font-weight: 600;
    text-anchor: middle;
    fill: #1b1503;
  }
  .pin .name {
    font-size: 7.4px;
    fill: var(--sb-ink-quiet, #55605a);
  }
  .pin .name.inside {
    fill: #b9dcc8;
  }
  .pin .name.used {
    font-size: 8px;
    font-weight: 700;
  }
  .flag {
    stroke: #23292b;
    stroke-width: 0.8;
  }
  .base {
    fill: #fbfaf5;
    stroke: #b9b19c;
    stroke-width: 1.2;
  }
  .groove {
    fill: #e9e4d6;
  }
  .hole {
    fill: #8d8778;
  }
  line.plus {
    stroke: #d64a40;
    stroke-width: 1;
  }
  line.minus {
    stroke: #3567c8;
    stroke-width: 1;
  }
  .sign {
    font-size: 10px;
    font-weight: 700;
    text-anchor: middle;
  }
  .sign.plus {
    fill: #c0271f;
  }
  .sign.minus {
    fill: #1b56c4;
  }
  .letter {
    font-size: 7.4px;
    font-weight: 600;
    text-anchor: middle;
    fill: #55605a;
  }
  .volts {
    font-size: 8px;
    font-weight: 700;
    paint-order: stroke;
    stroke: var(--circuit-paper);
    stroke-width: 3px;
  }
  .rows text {
    font-size: 7px;
    font-weight: 600;
    text-anchor: middle;
    fill: #3c4741;
    paint-order: stroke;
    stroke: #fbfaf5;
    stroke-width: 2.6px;
    stroke-linejoin: round;
  }
  .wire path {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .casing {
    stroke: #23292b;
    stroke-width: 4;
  }
  .wire.black .casing {
    stroke: #fff;
    stroke-width: 4.6;
  }
  .core {
    stroke-width: 2.7;
  }
  .plug {
    stroke: #23292b;
    stroke-width: 0.9;
  }
  .leg {
    fill: none;
    stroke: #7d868a;
    stroke-width: 1.7;
    stroke-linecap: round;
  }
  .foot {
    fill: #5c6468;
  }
  .resistor {
    fill: #e6cfa4;
    stroke: #9c8048;
    stroke-width: 0.8;
  }
  .part-name,
  .value {
    font-size: 8.4px;
    font-weight: 650;
    fill: #1f2a24;
    paint-order: stroke;
    stroke: #fbfaf5;
    stroke-width: 5px;
    stroke-linejoin: round;
  }
  .value {
    font-size: 7.2px;
  }
  .plus-sign {
    fill: #1f2a24;
    font-size: 8px;
    font-weight: 700;
    text-anchor: middle;
    paint-order: stroke;
    stroke: #fbfaf5;
    stroke-width: 2px;
  }
  .plus-sign.light {
    fill: #fff;
    stroke: none;
  }
  .module-name {
    font-size: 10px;
    font-weight: 700;
  }
  .pin-print {
    font-size: 7px;
    font-weight: 600;
    fill: #fff;
  }
  .pin-print.ink {
    fill: #1f2a24;
  }
  .gold {
    fill: #e2b64c;
    stroke: #6f5416;
    stroke-width: 0.8;
  }
  .display {
    font: 600 11px var(--sb-font-code);
    fill: #22300c;
  }
  .display.light {
    fill: #8cdcff;
  }
  .question {
    font-size: 28px;
    font-weight: 700;
    fill: #8c8268;
  }
  .onto {
    fill: none;
    stroke: #96501f;
    stroke-width: 3;
    stroke-dasharray: 7 5;
  }
  .later {
    opacity: 0.13;
  }
  .done {
    opacity: 0.6;
  }
  .ring {
    fill: none;
    stroke: #c2410c;
    stroke-width: 1.8;
    transform-box: fill-box;
    transform-origin: center;
  }
  .tag {
    fill: #c2410c;
  }
  .tag-name {
    font-size: 7.6px;
    font-weight: 700;
    text-anchor: middle;
    fill: #fff;
  }
  @media (prefers-reduced-motion: no-preference) {
    .stage {
      transition: transform 0.45s cubic-bezier(0.3, 0, 0.2, 1);
    }
    .ring {
      animation: here 1.6s ease-in-out infinite;
    }
    @keyframes here {
      50% {
        transform: scale(1.35);
        stroke-opacity: 0.55;
      }
    }
  }
  .now .casing {
    stroke: #ffb52e;
    stroke-width: 7;
  }
  .now.part-now {
    filter: drop-shadow(0 0 3px #ffb52e) drop-shadow(0 0 3px #ffb52e);
  }
`;
