import { css } from 'lit';

/** A kit of the pick list: a tile for each thing, then the counted parts. */
export const packStyles = css`
  :host {
    display: block;
  }

  .body {
    display: grid;
    gap: var(--sb-space-3);
  }

  h3 {
    font-size: var(--sb-text-m);
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
    gap: var(--sb-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .tile {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0 var(--sb-space-2);
    width: 100%;
    height: 100%;
    min-height: 3.5rem;
    padding: var(--sb-space-2) var(--sb-space-3);
    border: 2px dashed var(--sb-line-strong);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: inherit;
    text-align: left;
    cursor: pointer;
  }

  .tile:disabled {
    cursor: default;
  }

  .tile .code {
    font-size: var(--sb-text-l);
  }

  .tile-name {
    grid-column: 1 / -1;
    overflow: hidden;
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tile[aria-pressed='true'] {
    border: 2px solid var(--sb-good);
    background: var(--sb-good-soft);
  }

  .tile[aria-pressed='true'] svg.lucide {
    color: var(--sb-good);
  }

  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: var(--sb-space-2) var(--sb-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .parts li {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
  }
`;
