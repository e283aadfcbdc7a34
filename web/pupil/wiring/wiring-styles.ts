import { css } from 'lit';

/** The drawing and the card: one above the other, beside each other where there is room. */
export const wiringStyles = css`
  :host {
    position: relative;
    display: block;
    container-type: size;
  }
  .desk {
    display: grid;
    height: 100%;
    grid-template: 'head' auto 'drawing' minmax(180px, 1fr) 'panel' auto / minmax(0, 1fr);
    gap: var(--sb-space-2);
    padding: var(--sb-space-2) var(--sb-space-3) var(--sb-space-3);
  }
  * {
    box-sizing: border-box;
  }
  svg.lucide {
    width: 1.25em;
    height: 1.25em;
    flex: none;
  }
  header {
    grid-area: head;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-2);
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-3);
    border: 0;
    border-radius: 999px;
    background: none;
    color: var(--sb-ink-quiet);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -1px;
  }
  [role='tablist'] {
    display: flex;
    border-radius: 999px;
    background: var(--sb-surface-sunk);
  }
  [role='tab'][aria-selected='true'] {
    background: var(--sb-board);
    color: var(--sb-on-board);
  }
  small {
    font-size: var(--sb-text-s);
    font-variant-numeric: tabular-nums;
  }
  .zoom {
    border: 1.5px solid var(--sb-line-strong);
    background: var(--sb-surface);
  }
  .drawing {
    grid-area: drawing;
    min-height: 0;
    overflow: hidden;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
  }
  sb-circuit {
    height: 100%;
  }
  .panel {
    grid-area: panel;
    max-height: 56cqh;
    overflow: auto;
    padding: 1px;
  }
  .empty {
    height: 100%;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--sb-space-3);
    max-width: 34ch;
    margin: 0 auto;
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-l);
    text-align: center;
  }
  .empty svg.lucide {
    width: 48px;
    height: 48px;
  }
  @container (min-width: 780px) and (min-aspect-ratio: 1/1) {
    .desk {
      grid-template: 'head head' auto 'drawing panel' minmax(0, 1fr) / minmax(0, 1fr) 360px;
    }
    .panel {
      max-height: 100%;
    }
  }
`;
