import { css } from 'lit';

export const reportTabStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-1);
    border-bottom: 1px solid var(--sb-line);
  }

  .tabs a {
    display: inline-flex;
    align-items: center;
    min-height: var(--sb-touch);
    padding-inline: var(--sb-space-4);
    color: var(--sb-ink);
    font-weight: 600;
    text-decoration: none;
  }

  .tabs a[aria-current='page'] {
    box-shadow: inset 0 -4px 0 var(--sb-board);
  }

  @media print {
    .tabs {
      display: none;
    }
  }
`;
