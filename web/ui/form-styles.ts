import { css } from 'lit';

/** What the adults' forms and lists share beside `controlStyles`: long texts, ticks, a search field, filters to press. */
export const formStyles = css`
  form {
    display: grid;
    gap: var(--sb-space-4);
  }

  textarea {
    width: 100%;
    min-height: 5rem;
    padding: var(--sb-space-2) var(--sb-space-3);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: inherit;
    resize: vertical;
  }

  label.check {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
  }

  input[type='checkbox'],
  input[type='radio'] {
    width: 1.35rem;
    min-height: 1.35rem;
    flex: none;
    accent-color: var(--sb-action);
  }

  /* Fields side by side where there is room. */
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: var(--sb-space-4);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2) var(--sb-space-3);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--sb-space-3);
  }

  .search {
    position: relative;
  }

  .search svg.lucide {
    position: absolute;
    top: 50%;
    left: var(--sb-space-3);
    color: var(--sb-ink-quiet);
    translate: 0 -50%;
  }

  .search input {
    padding-left: 2.5rem;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-2);
  }

  .filters .button {
    padding-inline: var(--sb-space-3);
    border-color: var(--sb-line);
    font-weight: 500;
  }

  .filters [aria-pressed='true'] {
    border-color: var(--sb-board);
    background: var(--sb-good-soft);
    font-weight: 650;
  }
`;
