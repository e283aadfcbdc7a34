import { css } from 'lit';

/** One stocktake: a large figure, what to scan with, and three lists; on paper the lists alone. */
export const runStyles = css`
  :host {
    display: grid;
    gap: var(--sb-space-4);
  }

  .back {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    color: var(--sb-action);
    font-weight: 600;
    text-decoration: none;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-3);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-2);
  }

  .progress,
  .scan {
    display: grid;
    gap: var(--sb-space-2);
    padding: var(--sb-space-4);
  }

  .figure strong {
    font-size: var(--sb-text-xxl);
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .figure {
    font-size: var(--sb-text-l);
  }

  progress {
    width: 100%;
    height: 0.9rem;
    border: none;
    border-radius: 1rem;
    overflow: hidden;
    background: var(--sb-surface-sunk);
    accent-color: var(--sb-board);
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--sb-surface-sunk);
  }

  progress::-webkit-progress-value {
    border-radius: 1rem;
    background: var(--sb-board);
    transition: width var(--sb-motion);
  }

  progress::-moz-progress-bar {
    background: var(--sb-board);
  }

  .rest {
    color: var(--sb-ink-quiet);
  }

  .rest .good {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-1);
    color: var(--sb-good);
    font-weight: 700;
  }

  .last {
    display: flex;
    align-items: center;
    gap: var(--sb-space-3);
    padding: var(--sb-space-3) var(--sb-space-4);
    border-radius: var(--sb-radius-s);
    background: var(--sb-good-soft);
  }

  .last svg.lucide {
    width: 2rem;
    height: 2rem;
    color: var(--sb-good);
  }

  .last p {
    overflow-wrap: anywhere;
  }

  .last.odd {
    background: var(--sb-waiting-soft);
  }

  .last.odd svg.lucide {
    color: var(--sb-waiting);
  }

  section {
    overflow: hidden;
  }

  h2 {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-3) var(--sb-space-4);
    background: var(--sb-surface-sunk);
    font-size: var(--sb-text-m);
  }

  .count {
    color: var(--sb-ink-quiet);
    font-variant-numeric: tabular-nums;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--sb-space-3);
    min-height: var(--sb-touch);
    padding: var(--sb-space-1) var(--sb-space-4);
    border-top: 1px solid var(--sb-line);
  }

  .name {
    overflow-wrap: anywhere;
  }

  .code {
    color: inherit;
    font-family: var(--sb-font-code);
    font-weight: 700;
  }

  a.code {
    display: grid;
    align-items: center;
    min-height: var(--sb-touch);
    color: var(--sb-action);
  }

  .name .hint {
    display: block;
  }

  @media print {
    .back,
    .tools,
    .scan,
    sb-notice {
      display: none;
    }

    li {
      break-inside: avoid;
    }
  }
`;
