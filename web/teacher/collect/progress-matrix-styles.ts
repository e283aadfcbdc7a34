import { css } from 'lit';

export const progressMatrixStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--sb-space-4);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-2) var(--sb-space-6);
  }

  .switch {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    font-weight: 600;
    cursor: pointer;
  }

  input[type='checkbox'] {
    width: 1.35rem;
    height: 1.35rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--sb-action);
  }

  .key,
  .key > span {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-4);
  }

  .key > span {
    column-gap: var(--sb-space-2);
  }

  /* Head and names stay in sight: the table scrolls in a box of its own, with the words that only ears get. */
  .scroll {
    position: relative;
    max-height: 80dvh;
    overflow: auto;
    scrollbar-width: thin;
  }

  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }

  caption {
    position: sticky;
    left: 0;
    padding: var(--sb-space-3) var(--sb-space-4);
    font-size: var(--sb-text-l);
    font-weight: 700;
    text-align: left;
  }

  th,
  td {
    padding: var(--sb-space-2) var(--sb-space-3);
    border-bottom: 1px solid var(--sb-line);
    border-left: 1px solid var(--sb-line);
    background: var(--sb-surface);
    text-align: center;
  }

  thead {
    position: sticky;
    top: 0;
    z-index: 2;
  }

  thead th,
  tfoot th,
  tfoot td {
    background: var(--sb-surface-sunk);
  }

  thead th {
    vertical-align: top;
  }

  .step {
    font-size: var(--sb-text-s);
  }

  .goal {
    min-width: 6.5rem;
    max-width: 11rem;
    font-size: var(--sb-text-s);
    font-weight: 400;
    line-height: 1.3;
    overflow-wrap: break-word;
    hyphens: auto;
  }

  .number {
    display: block;
    font-weight: 700;
  }

  .name {
    position: sticky;
    left: 0;
    z-index: 1;
    min-width: 8rem;
    max-width: 14rem;
    border-left: none;
    text-align: left;
    overflow-wrap: anywhere;
  }

  .who {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
  }

  sb-badge-picture {
    --sb-badge-size: 1.75rem;
    flex: none;
  }

  small {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
    font-weight: 400;
  }

  .hand-in {
    color: var(--sb-copper);
  }

  .sum {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  td.yes {
    background: var(--sb-good-soft);
  }

  .mark {
    display: inline-grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    border-radius: 50%;
    color: var(--sb-ink-quiet);
  }

  .mark.yes {
    background: var(--sb-good);
    color: var(--sb-surface);
  }

  tfoot {
    position: sticky;
    bottom: 0;
    z-index: 2;
  }

  tfoot td {
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: block;
    height: 0.4rem;
    margin-top: var(--sb-space-1);
    border-radius: 0.2rem;
    background: linear-gradient(
      to right,
      var(--sb-good) calc(100% * var(--share)),
      var(--sb-line) calc(100% * var(--share))
    );
  }

  @media (max-width: 599px) {
    .name {
      min-width: 6rem;
      max-width: 8rem;
    }
  }
`;
