import { css } from 'lit';

/** The page around the board: what is moving, the legend, and nothing of it on paper. */
export const calendarStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2) var(--sb-space-4);
    font-size: var(--sb-text-s);
  }

  .legend span {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
  }

  .said {
    display: grid;
    gap: var(--sb-space-3);
  }

  .drafted {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-3);
    padding: var(--sb-space-3) var(--sb-space-4);
  }

  .drafted p {
    flex: 1;
    min-width: 12rem;
  }

  .drafted .hinders {
    color: var(--sb-stop-deep);
    font-weight: 650;
  }

  @media print {
    .screen {
      display: none;
    }
  }
`;
