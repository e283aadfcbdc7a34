import { css } from 'lit';

export const workCardStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--sb-space-3);
    height: 100%;
    padding: var(--sb-space-4);
    border-top: 4px solid var(--sb-line);
  }

  article.waits {
    border-top-color: var(--sb-copper);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--sb-space-3);
  }

  h3 {
    min-width: 0;
    font-size: var(--sb-text-l);
  }

  h3 label {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  input[type='checkbox'] {
    flex: none;
    width: 1.35rem;
    height: 1.35rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--sb-action);
  }

  .state {
    display: flex;
    align-items: center;
    gap: 0.4em;
    color: var(--sb-good);
    font-size: var(--sb-text-s);
    font-weight: 600;
  }

  .waits .state {
    color: var(--sb-copper);
  }

  .picture {
    display: grid;
    align-items: start;
    height: 14rem;
    padding: var(--sb-space-3);
    overflow: auto;
    border-radius: var(--sb-radius-s);
    background:
      radial-gradient(circle at center, rgb(31 42 36 / 13%) 0 1.5px, transparent 2px) 0 0 / 18px 18px,
      var(--sb-surface-sunk);
  }

  textarea {
    width: 100%;
    min-height: var(--sb-touch);
    padding: var(--sb-space-2) var(--sb-space-3);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: inherit;
    resize: vertical;
    field-sizing: content;
    max-height: 12rem;
  }

  .word {
    margin-top: calc(-1 * var(--sb-space-2));
    font-size: var(--sb-text-s);
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--sb-space-2);
  }
`;
