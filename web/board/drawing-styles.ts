import { css } from 'lit';

/** The parts that we draw ourselves: modules, leads, resistors, what turns and glows. */
export const drawingStyles = css`
  .overlay,
  .drawn {
    position: absolute;
    inset: 0;
    overflow: visible;
  }
  .lead {
    fill: none;
    stroke: #2a302d;
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .lead.thick {
    stroke-width: 4;
  }
  .lead.red {
    stroke: #d4572c;
  }
  .lead.green {
    stroke: #2e8b57;
  }
  .lead.blue {
    stroke: #2b62d9;
  }
  .r {
    fill: #e6cfa4;
    stroke: #a98c55;
  }
  .dot {
    fill: #2a302d;
  }
  .overlay text {
    fill: #1f2a24;
    font-size: 9px;
    font-weight: 600;
  }
  .module {
    fill: #1b6b46;
    stroke: #124a30;
    stroke-width: 1.5;
  }
  .module.blue {
    fill: #24529c;
    stroke: #173767;
  }
  .module.red {
    fill: #8f2f2a;
    stroke: #5e1a16;
  }
  .lead.yellow {
    stroke: #d1a300;
  }
  .module.violet {
    fill: #5a3d8a;
    stroke: #3c2862;
  }
  .drawn .print {
    fill: #fff;
    font-size: 10px;
    letter-spacing: 0;
  }
  .drawn .print.small {
    font-size: 8px;
  }
  .drawn .level {
    fill: #1f2a24;
    font-size: 16px;
    font-weight: 700;
  }
  .waves path {
    fill: none;
    stroke: #ffb52e;
    stroke-width: 4;
    stroke-linecap: round;
  }
  .turning {
    transform-origin: 124px 52px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .turning.on {
      animation: turn 1s linear infinite;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
`;
