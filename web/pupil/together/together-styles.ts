import { css } from 'lit';

/** One slim strip under the top bar; on a narrow page what does not fit goes to a second line. */
export const togetherStyles = css`
  :host {
    display: block;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-4);
    padding: var(--sb-space-1) var(--sb-space-3);
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
  }
  .group {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-2);
    min-height: 48px;
  }
  .turn:not(:first-child) {
    margin-left: auto;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-1);
    min-height: 32px;
    padding: 0 var(--sb-space-3);
    border: 1.5px solid var(--sb-line);
    border-radius: 999px;
    background: var(--sb-paper);
    font-weight: 600;
    white-space: nowrap;
  }
  .chip.drives {
    border-color: var(--sb-board);
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }
  .chip.away {
    border-style: dashed;
    color: var(--sb-ink-quiet);
    font-weight: 400;
  }
  .chip small {
    font-weight: 400;
  }
  .ask {
    padding: 0 var(--sb-space-1) 0 var(--sb-space-3);
    border-radius: var(--sb-radius);
    background: var(--sb-waiting-soft);
  }
  .ask.good {
    background: var(--sb-good-soft);
  }
  p {
    margin: 0;
    line-height: 1.25;
  }
  time,
  .count {
    font-variant-numeric: tabular-nums;
    font-weight: 700;
  }
  .ring {
    flex: none;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: conic-gradient(var(--sb-board) calc(var(--left) * 1turn), var(--sb-line) 0);
    mask: radial-gradient(circle, transparent 8px, #000 8.6px);
  }
  .ring.last {
    background: conic-gradient(var(--sb-copper) calc(var(--left) * 1turn), var(--sb-line) 0);
  }
  .button {
    padding: 0 var(--sb-space-3);
    white-space: nowrap;
  }
  .fault {
    color: var(--sb-stop-deep);
  }
  @media (max-width: 899px) {
    .turn:not(:first-child) {
      margin-left: 0;
    }
  }
`;
