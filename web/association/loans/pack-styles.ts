import { css } from 'lit';

/** The pick list: kits with a tile for each thing, those that are packed folded away. */
export const packStyles = css`
  .kit h2 {
    flex: 1 1 12rem;
  }

  h2 svg.lucide {
    color: var(--sb-good);
  }

  .kit h3 {
    font-size: var(--sb-text-m);
  }

  .kit.now {
    border-color: var(--sb-board);
    box-shadow: 0 0 0 2px var(--sb-board);
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

  details.kit {
    padding-block: var(--sb-space-2);
  }

  details > summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2) var(--sb-space-3);
    min-height: var(--sb-touch);
    cursor: pointer;
    list-style: none;
  }

  details[open] > summary {
    margin-bottom: var(--sb-space-3);
  }

  summary .fold {
    display: flex;
    transition: rotate var(--sb-motion);
  }

  details[open] .fold {
    rotate: 180deg;
  }
`;
