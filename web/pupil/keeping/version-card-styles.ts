import { css } from 'lit';

export const versionCardStyles = css`
  :host {
    display: block;
  }

  button {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-2);
    width: 100%;
    padding: var(--sb-space-2);
    border: 1.5px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: inherit;
    text-align: left;
    cursor: pointer;
    transition: border-color var(--sb-motion);
  }

  button:hover:enabled {
    border-color: var(--sb-action);
  }

  button:disabled {
    cursor: default;
  }

  .picture {
    grid-column: 1 / -1;
    display: grid;
    align-items: start;
    height: 9rem;
    padding: var(--sb-space-2);
    overflow: hidden;
    border-radius: var(--sb-radius-s);
    background: var(--sb-paper);
    mask-image: linear-gradient(#000 85%, transparent);
  }

  /* Small pictures show the shape of the work; the large one can be read. */
  sb-block-picture {
    --sb-picture-least: 0;
    overflow: hidden;
    pointer-events: none;
  }

  .when {
    font-weight: 600;
  }

  .mark {
    padding: 0 var(--sb-space-2);
    border-radius: var(--sb-radius-s);
    background: var(--sb-waiting-soft);
    color: var(--sb-waiting);
    font-size: var(--sb-text-s);
  }

  .mark.current {
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }
`;
