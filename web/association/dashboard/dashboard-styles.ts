import { css } from 'lit';

export const dashboardStyles = css`
  .head {
    justify-content: flex-start;
    align-items: baseline;
  }

  /* Four in a row, two on a phone, all of them on a wall: eight figures leave no gap. */
  .due {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--sb-space-3);
  }

  @media (max-width: 40rem) {
    .due {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @media (min-width: 100rem) {
    .due {
      grid-template-columns: repeat(8, minmax(0, 1fr));
    }
  }

  .tile {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    align-content: start;
    gap: 0 var(--sb-space-2);
    padding: var(--sb-space-3) var(--sb-space-4);
    border: 1px solid transparent;
    border-radius: var(--sb-radius);
    background: var(--sb-good-soft);
    color: var(--sb-good);
    font: inherit;
    text-align: left;
    text-decoration: none;
  }

  a.tile,
  button.tile {
    cursor: pointer;
  }

  a.tile:hover,
  button.tile:hover {
    border-color: currentcolor;
  }

  .tile .figure {
    font-size: var(--sb-text-xl);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.2;
  }

  .tile .what {
    grid-column: 1 / -1;
    color: var(--sb-ink);
    font-size: var(--sb-text-s);
    overflow-wrap: anywhere;
  }

  .tile.urgent {
    background: var(--sb-stop-soft);
    color: var(--sb-stop);
  }

  .tile.none,
  .tile.none .what {
    background: var(--sb-surface-sunk);
    color: var(--sb-ink-quiet);
  }

  .tile.none .figure {
    font-weight: 400;
  }

  /* Columns, because lists are of many lengths: read down, then on. */
  .sections {
    columns: 24rem;
    column-gap: var(--sb-space-4);
  }

  section {
    overflow: hidden;
  }

  .sections section {
    margin-bottom: var(--sb-space-4);
    break-inside: avoid;
    scroll-margin-top: var(--sb-space-4);
  }

  section:focus {
    outline: none;
  }

  section:focus-visible {
    box-shadow: var(--sb-focus);
  }

  .fold {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2);
    width: 100%;
    min-height: var(--sb-touch);
    border: none;
    border-top: 1px solid var(--sb-line);
    background: none;
    color: var(--sb-action);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .fold[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }

  .stock {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--sb-space-6);
    margin: 0;
    color: var(--sb-ink-quiet);
  }

  .stock a {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: var(--sb-touch);
    color: var(--sb-ink-quiet);
    text-decoration: none;
  }

  .stock a:hover {
    text-decoration: underline;
  }

  .stock strong {
    color: var(--sb-ink);
    font-variant-numeric: tabular-nums;
  }

  section h2 {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-3) var(--sb-space-4);
    font-size: var(--sb-text-m);
  }

  section h2 svg {
    color: var(--sb-good);
  }

  .count {
    margin-inline-start: auto;
    padding-inline: var(--sb-space-2);
    border-radius: 1em;
    background: var(--sb-good-soft);
    font-variant-numeric: tabular-nums;
  }

  .urgent {
    border-color: var(--sb-stop);
  }

  .urgent h2 svg {
    color: var(--sb-stop);
  }

  .urgent .count {
    background: var(--sb-stop-soft);
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    display: flex;
    align-items: center;
    gap: var(--sb-space-3);
    min-height: var(--sb-touch);
    padding: var(--sb-space-2) var(--sb-space-4);
    border-top: 1px solid var(--sb-line);
    color: var(--sb-ink);
    text-decoration: none;
  }

  .row:hover {
    background: var(--sb-surface-sunk);
  }

  .row:hover .code {
    background: var(--sb-surface);
  }

  .row > svg {
    color: var(--sb-ink-quiet);
  }

  .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .code {
    flex: none;
    padding: 0 var(--sb-space-2);
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface-sunk);
    font-family: var(--sb-font-code);
    font-size: var(--sb-text-s);
  }

  .tick {
    display: grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    flex: none;
    border: 2px solid var(--sb-line-strong);
    border-radius: 50%;
  }

  .tick.done {
    border-color: var(--sb-good);
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }

  .empty > svg {
    width: 2.5rem;
    height: 2.5rem;
    color: var(--sb-good);
  }
`;
