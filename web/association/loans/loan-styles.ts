import { css } from 'lit';
import { chipStyles } from '../../ui/chip-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';

/** What the pages of a loan share: chips of states, sections, codes, notes. */
export const loanStyles = [
  formStyles,
  chipStyles,
  css`
  .chip[data-state='requested'] {
    background: var(--sb-copper-soft);
    color: var(--sb-copper);
  }

  .chip[data-state='reserved'],
  .chip[data-state='packed'] {
    background: var(--sb-action-soft);
    color: var(--sb-action-deep);
  }

  .chip[data-state='out'] {
    background: var(--sb-waiting-soft);
    color: var(--sb-waiting);
  }

  .chip[data-state='returned'],
  .chip[data-state='back'],
  .chip[data-state='good'] {
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }

  .chip[data-state='overdue'],
  .chip[data-state='missing'],
  .chip[data-state='damaged'] {
    background: var(--sb-stop-soft);
    color: var(--sb-stop-deep);
  }

  .block {
    display: grid;
    gap: var(--sb-space-3);
    align-content: start;
    padding: var(--sb-space-4) var(--sb-space-6);
  }

  .spread {
    justify-content: space-between;
  }

  .grow {
    flex: 1 1 12rem;
    min-width: 0;
  }

  ul.plain,
  ol.plain {
    gap: var(--sb-space-2);
  }

  .note {
    display: flex;
    gap: var(--sb-space-2);
    padding: var(--sb-space-2) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-waiting-soft);
  }

  .note svg.lucide {
    margin-top: 0.15em;
    color: var(--sb-waiting);
  }

  .big {
    min-height: 3.5rem;
    padding-inline: var(--sb-space-6);
    font-size: var(--sb-text-l);
  }

  a.back {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    color: var(--sb-ink-quiet);
    text-decoration: none;
  }

  a.back:hover {
    color: var(--sb-ink);
  }

  @media (max-width: 48rem) {
    .block {
      padding: var(--sb-space-4);
    }
  }
`,
];
