import { css } from 'lit';
import { drawingStyles } from './drawing-styles.ts';

/** The board view keeps a board's own colours in every scheme: it shows a thing, not a surface of the page. */
export const boardStyles = css`
  ${drawingStyles}
  :host {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    min-height: 200px;
    --wire-ground: #2a302d;
    --contact: #e2b64c;
  }
  .view {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }
  .incomplete {
    margin: 0;
    padding: 6px 10px;
    background: var(--sb-waiting-soft, #fdf0d5);
    color: var(--sb-ink, #1f2a24);
    font: 500 0.875rem/1.35 var(--sb-font);
  }
  .incomplete:empty {
    padding: 0;
  }
  .stage {
    position: absolute;
    left: 50%;
    top: 50%;
    transform-origin: center;
    flex: none;
  }
  svg {
    position: absolute;
    inset: 0;
    overflow: visible;
  }
  text {
    font-family: var(--sb-font);
    user-select: none;
  }

  .pcb {
    fill: #1b6b46;
    stroke: #124a30;
    stroke-width: 2;
  }
  .socket {
    fill: #c9cdd1;
    stroke: #8f979d;
    stroke-width: 1.5;
  }
  .socket.front {
    fill: #dfe3e6;
  }
  .mount {
    fill: var(--sb-surface, #fff);
    stroke: #d9b24c;
    stroke-width: 3;
  }
  .chip {
    fill: #22302a;
  }
  .chip-lid {
    fill: #b9c0c4;
  }
  .lamp {
    fill: #0d3a25;
  }
  .lamp.power {
    fill: #ff5b4d;
  }
  .lamp.activity {
    fill: #8dff7a;
  }
  .print {
    fill: #cfe8da;
    font-size: 13px;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .header {
    fill: #171c1a;
  }
  .contact {
    fill: var(--contact);
    stroke: #8a6a1e;
    stroke-width: 1;
    transition: fill var(--sb-motion);
  }
  .pin-label {
    fill: #bfe0cd;
    font-size: 11px;
    font-weight: 500;
  }
  .pin-label.wired {
    font-weight: 700;
  }
  .tag {
    stroke: #fff;
    stroke-width: 1.5;
  }
  .pin.v3 .contact,
  .pin.v5 .contact {
    fill: #e5483d;
    stroke: #7d130c;
  }
  .pin.v3 .contact {
    fill: #f08a3c;
    stroke: #8a430c;
  }
  .pin.gnd .contact {
    fill: #6b736f;
    stroke: #0c0f0d;
  }
  .pin.eeprom .contact {
    fill: #8f8a7a;
  }
  .pin[data-level="1"]:not(.idle-high) .contact {
    fill: #fff3c4;
    stroke: #ffb52e;
    stroke-width: 3;
    filter: drop-shadow(0 0 4px #ffb52e);
  }

  .base {
    fill: #fffdf6;
    stroke: #cdc3ad;
    stroke-width: 1.5;
  }
  .hole {
    fill: #d8d0be;
  }
  .rail,
  .minus {
    stroke: #2b62d9;
    stroke-width: 2;
  }
  .readout {
    fill: #1b5fa8;
    font-weight: 700;
  }
  .part-name {
    fill: #1f2a24;
    font-size: 14px;
    font-weight: 600;
    paint-order: stroke;
    stroke: #fffdf6;
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .wire path,
  .ground path {
    fill: none;
    stroke-linecap: round;
  }
  .casing {
    stroke: rgb(20 30 25 / 45%);
    stroke-width: 6.5;
  }
  .core {
    stroke: var(--wire);
    stroke-width: 4.2;
  }
  .plug {
    fill: var(--wire);
    stroke: #fff;
    stroke-width: 1.5;
  }
  .ground {
    --wire: var(--wire-ground);
  }
  .ground .core {
    stroke-width: 3;
  }
  .ground .casing {
    stroke: rgb(255 255 255 / 55%);
    stroke-width: 5;
  }
  .resistor rect {
    fill: #e6cfa4;
    stroke: #a98c55;
  }
  .resistor path {
    stroke-width: 2.4;
    stroke-linecap: butt;
  }
  .r1 {
    stroke: #d68a00;
  }
  .r2 {
    stroke: #d68a00;
  }
  .r3 {
    stroke: #7a4a1f;
  }
  .glow,
  .signal {
    opacity: 0;
    transition: opacity var(--sb-motion);
  }
  .glow {
    stroke: #ffb52e;
    stroke-width: 15;
  }
  .signal {
    stroke: #fff6d6;
    stroke-width: 2;
    stroke-dasharray: 3 13;
  }
  .wire.high .glow {
    opacity: 0.42;
  }
  .wire.high.output .signal {
    opacity: 1;
  }
  .wire.high .casing {
    stroke: #ffb52e;
  }
  @media (prefers-reduced-motion: no-preference) {
    .wire.high.output .signal {
      animation: run 0.7s linear infinite;
    }
  }
  @keyframes run {
    to {
      stroke-dashoffset: -32;
    }
  }

  .part {
    position: absolute;
    transform-origin: 0 0;
    line-height: 0;
  }
  .part > * {
    pointer-events: none;
  }
  .part.can {
    cursor: pointer;
    touch-action: none;
    border-radius: 10px;
  }
  .part.can:hover {
    filter: brightness(1.08);
  }
  .part.held > * {
    transform: scale(0.94);
  }
  .part.can:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
  .mirrored {
    display: inline-block;
    transform: scaleX(-1);
  }
  .note {
    position: absolute;
    left: 62%;
    top: -10%;
    color: #8a3474;
    font: 700 30px / 1 var(--sb-font);
    opacity: 0;
    text-shadow: 0 0 4px #fffdf6, 0 0 2px #fffdf6;
  }
  .note.playing {
    opacity: 1;
  }
  @media (prefers-reduced-motion: no-preference) {
    .note.playing {
      animation: sing 0.9s ease-in-out infinite;
    }
  }
  @keyframes sing {
    0% {
      transform: translate(-4px, 10px) rotate(-8deg);
    }
    50% {
      transform: translate(4px, 0) rotate(8deg);
    }
    100% {
      transform: translate(-2px, -10px) rotate(-6deg);
      opacity: 0.2;
    }
  }
  @media (forced-colors: active) {
    .core {
      stroke: CanvasText;
    }
  }
`;
