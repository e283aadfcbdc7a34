import { css } from 'lit';

export const dashboardStyles = css`
  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr));
    align-items: start;
    gap: var(--sb-space-4);
  }

  section {
    overflow: hidden;
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
