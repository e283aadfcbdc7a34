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

  /* What is said of a move stands below the board or over its end: nothing may shift under the pointer. */
  .said {
    position: sticky;
    bottom: calc(var(--sb-bar-below, 0px) + var(--sb-space-3));
    z-index: 5;
    margin-top: var(--sb-space-3);
    box-shadow: var(--sb-shadow);
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
