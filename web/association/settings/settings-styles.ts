import { css } from 'lit';
import { formStyles } from '../../ui/form-styles.ts';

/** Forms of the settings: fields side by side where there is room. */
export const settingsStyles = [
  formStyles,
  css`
  :host {
    display: grid;
    gap: var(--sb-space-4);
  }

  .panel {
    display: grid;
    gap: var(--sb-space-4);
    padding: var(--sb-space-6);
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: var(--sb-space-4);
    align-items: end;
  }

  textarea {
    min-height: 9rem;
    padding: var(--sb-space-3);
    line-height: 1.5;
  }

  .unit {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
  }

  .unit input {
    width: 6rem;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: var(--sb-space-3);
    min-height: var(--sb-touch);
    cursor: pointer;
  }

  .choice input {
    width: 1.4rem;
    min-height: 1.4rem;
    flex: none;
    accent-color: var(--sb-action);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-3);
  }

  .chip {
    padding: 0 var(--sb-space-2);
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface-sunk);
    font-size: var(--sb-text-s);
    white-space: nowrap;
  }

  .chip.late {
    background: var(--sb-stop-soft);
  }

  .chip.soon {
    background: var(--sb-waiting-soft);
  }

  details summary {
    min-height: var(--sb-touch);
    align-content: center;
    font-weight: 600;
    cursor: pointer;
  }
`,
];
