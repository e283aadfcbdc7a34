import { css } from 'lit';

/** The house's tabs: `<div class="tabs" role="tablist">` with buttons of `role="tab"`. */
export const tabStyles = css`
  .tabs {
    display: flex;
    overflow-x: auto;
    border-bottom: 1px solid var(--sb-line);
    scrollbar-width: none;
  }

  .tabs [role='tab'] {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-4);
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--sb-ink-quiet);
    font: inherit;
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
  }

  .tabs [role='tab']:hover {
    color: var(--sb-ink);
  }

  .tabs [aria-selected='true'] {
    border-bottom-color: var(--sb-board);
    color: var(--sb-ink);
  }

  .tabs [role='tab']:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -3px;
  }
`;
