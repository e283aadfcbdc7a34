import { css } from 'lit';

/** The recorder's looks: buttons above, picture in the middle, what is measured below. */
export const recorderStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: grid;
    min-width: 0;
    min-height: 0;
    height: 100%;
    overflow: hidden;
    background: var(--sb-surface);
    color: var(--sb-ink);
    font-size: var(--sb-text-s);
  }
  .recorder {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    height: 100%;
    container-type: size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    padding: 0 var(--sb-space-1);
    border-bottom: 1px solid var(--sb-line);
  }
  .bar .end {
    margin-left: auto;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2);
    min-width: var(--sb-touch);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-2);
    border: 0;
    border-radius: var(--sb-radius-s);
    background: none;
    color: var(--sb-ink);
    font: 600 var(--sb-text-s) / 1.1 var(--sb-font);
    cursor: pointer;
  }
  button:hover {
    background: var(--sb-surface-sunk);
  }
  button[aria-pressed='true'] {
    background: var(--sb-action-soft);
    color: var(--sb-action-deep);
    box-shadow: inset 0 -3px 0 var(--sb-action);
  }
  button:focus-visible,
  .table:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -3px;
  }
  svg.lucide {
    width: 1.35em;
    height: 1.35em;
    flex: none;
  }
  .badge {
    padding: 2px var(--sb-space-2);
    border-radius: 999px;
    background: var(--sb-action);
    color: var(--sb-on-action);
    font-weight: 600;
  }
  .middle {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
  }
  .middle > * {
    min-height: 0;
  }
  .middle > .badge {
    position: absolute;
    right: var(--sb-space-2);
    bottom: var(--sb-space-2);
    pointer-events: none;
  }
  .readings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--sb-space-3);
    padding: 0 var(--sb-space-2);
    border-top: 1px solid var(--sb-line);
    font-variant-numeric: tabular-nums;
  }
  .readings p {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--sb-space-3);
    margin: 0;
    padding: var(--sb-space-1) 0;
  }
  /* In the little room of a tablet's sheet the lanes come first: one more tap clears, too. */
  @container (max-height: 210px) {
    .readings p {
      flex-wrap: nowrap;
      overflow-x: auto;
      white-space: nowrap;
    }
    .readings button {
      display: none;
    }
  }
  .readings dfn {
    color: var(--sb-ink-quiet);
    font-style: normal;
    font-weight: 600;
  }
  .readings .A {
    color: var(--sb-action);
  }
  .readings .B {
    color: var(--sb-copper);
  }
  .empty {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: var(--sb-space-2);
    height: 100%;
    min-height: 0;
    padding: var(--sb-space-3);
    color: var(--sb-ink-quiet);
    text-align: center;
    text-wrap: balance;
  }
  .empty p {
    margin: 0;
  }
  .empty svg {
    width: min(200px, 60%);
    min-height: 0;
  }
  .wave {
    fill: none;
    stroke: var(--sb-board);
    stroke-width: 4;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .wave.b {
    stroke: var(--sb-copper);
  }
  .table {
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--sb-space-1) var(--sb-space-3);
    border-bottom: 1px solid var(--sb-line);
    text-align: left;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--sb-surface-sunk);
  }
  td:first-child {
    white-space: nowrap;
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  dialog {
    width: calc(100vw - 2rem);
    max-width: none;
    height: calc(100dvh - 2rem);
    max-height: none;
    padding: 0;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font-size: var(--sb-text-m);
    overflow: hidden;
  }
  dialog::backdrop {
    background: rgb(15 25 20 / 55%);
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }
  dialog header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--sb-space-2) var(--sb-space-2) 0 var(--sb-space-4);
  }
  h2 {
    margin: 0;
    font-size: var(--sb-text-l);
  }
  dialog .bar {
    padding: 0 var(--sb-space-2) var(--sb-space-1);
  }
  dialog .readings {
    min-height: var(--sb-touch);
    font-size: var(--sb-text-m);
  }
`;
