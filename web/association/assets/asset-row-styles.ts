import { css } from 'lit';

/** How `assetRow` looks within its link, button or line. */
export const assetRowStyles = css`
  .asset {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--sb-space-3);
    width: 100%;
    min-height: 3.75rem;
    padding: var(--sb-space-2) var(--sb-space-3);
    border: none;
    border-bottom: 1px solid var(--sb-line);
    background: none;
    color: var(--sb-ink);
    font: inherit;
    text-align: left;
    text-decoration: none;
    cursor: pointer;
  }

  li:last-child > .asset {
    border-bottom: none;
  }

  .asset:hover {
    background: var(--sb-surface-sunk);
  }

  .asset:focus-visible {
    outline-offset: -3px;
  }

  .asset[aria-current='true'] {
    background: var(--sb-good-soft);
    box-shadow: inset 4px 0 0 var(--sb-board);
  }

  .picture {
    display: grid;
    width: 2.5rem;
    height: 2.5rem;
    place-items: center;
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface-sunk);
    color: var(--sb-good);
  }

  .words {
    display: grid;
    min-width: 0;
  }

  .title {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-width: 0;
  }

  .title strong,
  .words .hint {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chips {
    display: grid;
    justify-items: end;
    gap: var(--sb-space-1);
  }
`;
