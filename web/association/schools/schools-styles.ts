import { css } from 'lit';

/** The list at the left, map and chosen school at the right; on narrow screens one above the other. */
export const schoolsStyles = css`
  .split {
    display: grid;
    grid-template-columns: minmax(18rem, 2fr) minmax(0, 3fr);
    gap: var(--sb-space-6);
    align-items: start;
  }

  .left,
  .right {
    display: grid;
    gap: var(--sb-space-3);
    min-width: 0;
  }

  .right {
    gap: var(--sb-space-4);
  }

  .back {
    display: none;
  }

  .tools {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--sb-space-2);
  }

  .search {
    grid-column: 1 / -1;
  }

  .list {
    max-height: max(24rem, calc(100dvh - 22rem));
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  .list a {
    display: grid;
    gap: 2px;
    min-height: var(--sb-touch);
    padding: var(--sb-space-3) var(--sb-space-4);
    border-bottom: 1px solid var(--sb-line);
    color: var(--sb-ink);
    text-decoration: none;
  }

  .list li:last-child a {
    border-bottom: none;
  }

  .list a:hover {
    background: var(--sb-surface-sunk);
  }

  .list a:focus-visible {
    outline-offset: -3px;
  }

  .list .chosen-row {
    background: var(--sb-action-soft);
    box-shadow: inset 4px 0 0 var(--sb-action);
  }

  .state {
    font-size: var(--sb-text-s);
    font-weight: 600;
  }

  .state.lent {
    color: var(--sb-good);
  }

  .state.donated {
    color: var(--sb-copper);
  }

  @media (max-width: 60rem) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }

    .right {
      order: -1;
      --sb-map-height: 17rem;
    }

    .split.has-chosen .left {
      display: none;
    }

    .back {
      display: inline-flex;
      justify-self: start;
    }

    .list {
      max-height: none;
    }
  }
`;
