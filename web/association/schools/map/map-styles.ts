import { css } from 'lit';

/** The map of schools: land, towns, dots told apart by shape and colour, buttons for zooming, a legend. */
export const mapStyles = css`
  :host {
    display: grid;
    gap: var(--sb-space-2);
  }

  .map {
    position: relative;
    overflow: hidden;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface-sunk);
  }

  .map > svg {
    display: block;
    width: 100%;
    height: var(--sb-map-height, 22rem);
  }

  .land {
    fill: var(--sb-surface);
    stroke: var(--sb-line-strong);
    stroke-width: 1px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .city {
    fill: var(--sb-line-strong);
  }

  .city-name {
    fill: var(--sb-ink-quiet);
    stroke: var(--sb-surface);
    stroke-width: 3;
    paint-order: stroke;
    font: 13px var(--sb-font);
    pointer-events: none;
  }

  .dot {
    cursor: pointer;
    outline: none;
  }

  .reach {
    fill: transparent;
  }

  .focus {
    fill: none;
    stroke: transparent;
    stroke-width: 3;
  }

  .dot:focus-visible .focus {
    stroke: var(--sb-action);
  }

  .chosen {
    fill: var(--sb-action-soft);
    stroke: var(--sb-action);
    stroke-width: 2.5;
  }

  .mark {
    stroke: var(--sb-surface);
    stroke-width: 1.5;
  }

  .mark.lent {
    fill: var(--sb-good);
  }

  .mark.donated {
    fill: var(--sb-copper);
  }

  .mark.none {
    fill: var(--sb-surface);
    stroke: var(--sb-ink-quiet);
    stroke-width: 2.5;
  }

  .name {
    fill: var(--sb-ink);
    stroke: var(--sb-surface);
    stroke-width: 4;
    paint-order: stroke;
    font: 650 15px var(--sb-font);
    pointer-events: none;
  }

  .zoom {
    position: absolute;
    right: var(--sb-space-2);
    bottom: var(--sb-space-2);
    display: grid;
    gap: var(--sb-space-1);
  }

  .zoom .button {
    padding: 0;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-1) var(--sb-space-4);
    margin: 0;
    padding: 0;
    font-size: var(--sb-text-s);
    list-style: none;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: var(--sb-space-1);
  }

  .legend svg {
    width: 1.1rem;
    height: 1.1rem;
  }
`;
