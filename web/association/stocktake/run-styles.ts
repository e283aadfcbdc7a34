import { css } from 'lit';

/** One stocktake: a large figure and what to scan with; on paper the lists alone. */
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
    padding: var(--sb-space-4);
  }

  .progress {
    display: flex;
    align-items: center;
    gap: var(--sb-space-4);
  }

  .scan {
    display: grid;
    gap: var(--sb-space-2);
  }

  .left {
    font-size: var(--sb-text-xl);
    font-variant-numeric: tabular-nums;
  }

  .left.good {
    color: var(--sb-good);
  }

  .rest {
    color: var(--sb-ink-quiet);
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

  @media print {
    .back,
    .tools,
    .scan,
    sb-notice {
      display: none;
    }
  }
`;
