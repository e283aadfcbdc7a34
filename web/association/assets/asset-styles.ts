import { css } from 'lit';

/** What the pages of things share: chips, codes, forms, rows. */
export const assetStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-1);
    padding: 0.1rem 0.6rem;
    border-radius: 999px;
    background: var(--sb-surface-sunk);
    font-size: var(--sb-text-s);
    font-weight: 650;
    line-height: 1.6;
    white-space: nowrap;
  }

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
    font-family: var(--sb-font-code);
    font-size: var(--sb-text-s);
    font-weight: 700;
    white-space: nowrap;
  }

  ul.plain {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: var(--sb-space-4);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2);
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

  label.check {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
  }

  input[type='checkbox'] {
    width: 1.35rem;
    min-height: 1.35rem;
    flex: none;
    accent-color: var(--sb-action);
  }
`;
