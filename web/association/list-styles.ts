import { css } from 'lit';
import { formStyles } from '../ui/form-styles.ts';

/** Lists of the association: a head with title and action, a toolbar, a table that becomes cards where it is narrow. */
export const listStyles = [
  formStyles,
  css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--sb-space-4);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-3);
  }

  .wrap {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: var(--sb-space-3) var(--sb-space-4);
    border-bottom: 1px solid var(--sb-line);
    text-align: left;
  }

  thead th {
    background: var(--sb-surface-sunk);
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
    font-weight: 600;
    white-space: nowrap;
  }

  tbody tr:last-child > * {
    border-bottom: none;
  }

  tbody th {
    font-weight: 700;
  }

  .empty {
    padding: var(--sb-space-8);
    text-align: center;
  }

  @media (max-width: 48rem) {
    thead {
      display: none;
    }

    tbody tr {
      display: grid;
      gap: var(--sb-space-1);
      padding: var(--sb-space-3) var(--sb-space-4);
      border-bottom: 1px solid var(--sb-line);
    }

    tbody tr > * {
      padding: 0;
      border: none;
    }

    td[data-head]::before {
      color: var(--sb-ink-quiet);
      content: attr(data-head) ': ';
    }
  }
`,
];
