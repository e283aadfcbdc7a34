import { css } from 'lit';
import { chipStyles } from '../../ui/chip-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';

/** What the pages of things share: chips, codes, forms, rows. */
export const assetStyles = [
  formStyles,
  chipStyles,
  css`
  .chip[data-is='here'],
  .chip[data-is='online'] {
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }

  .chip[data-is='packed'] {
    background: var(--sb-action-soft);
    color: var(--sb-action-deep);
  }

  .chip[data-is='out'],
  .chip[data-is='repair'],
  .chip[data-is='low'] {
    background: var(--sb-waiting-soft);
    color: var(--sb-waiting);
  }

  .chip[data-is='donated'] {
    background: var(--sb-copper-soft);
    color: var(--sb-copper);
  }

  .chip[data-is='lost'],
  .chip[data-is='missing'] {
    background: var(--sb-stop-soft);
    color: var(--sb-stop-deep);
  }

  .code {
    padding: 0.1rem 0.5rem;
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius-s);
    font-size: var(--sb-text-s);
  }
`,
];
