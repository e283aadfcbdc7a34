import { css } from 'lit';

export const assetsPageStyles = css`
  .halves {
    display: grid;
    grid-template-columns: minmax(18rem, 5fr) minmax(0, 7fr);
    align-items: start;
    gap: var(--sb-space-4);
  }

  .halves[data-none] {
    grid-template-columns: minmax(0, 1fr);
  }

  .bulk {
    position: sticky;
    z-index: 2;
    top: 4.5rem;
    padding: var(--sb-space-2) var(--sb-space-3);
    border: 1.5px solid var(--sb-board);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    box-shadow: var(--sb-shadow);
  }

  .top {
    display: grid;
    gap: var(--sb-space-2);
    padding: var(--sb-space-3);
    border-bottom: 1px solid var(--sb-line);
  }

  .filters .button {
    min-height: 2.75rem;
    font-size: var(--sb-text-s);
  }

  .nothing {
    padding: var(--sb-space-8);
    text-align: center;
  }

  @media (max-width: 62rem) {
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }

    .nothing,
    .halves[data-open] .list {
      display: none;
    }
  }
`;
