import { css } from 'lit';

/** One row on a desk, two on a tablet, with run and stop always at the same end. */
export const topBarStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(8rem, 1fr) auto auto auto;
    grid-template-areas: "what where go quiet";
    align-items: center;
    gap: var(--sb-space-2) var(--sb-space-4);
    padding: var(--sb-space-2) var(--sb-space-3);
    border-bottom: 1px solid var(--sb-line);
    background: var(--sb-surface);
  }
  * {
    box-sizing: border-box;
  }
  .what {
    grid-area: what;
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-width: 0;
  }
  .names {
    min-width: 0;
    line-height: 1.2;
  }
  h1,
  p {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h1 {
    font-size: 1.15rem;
  }
  p {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
  svg.lucide {
    width: 1.3em;
    height: 1.3em;
    flex: none;
  }

  .where {
    grid-area: where;
    display: flex;
    padding: 3px;
    border-radius: 14px;
    background: var(--sb-surface-sunk);
  }
  .where button {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-3);
    border: 2px solid transparent;
    border-radius: 11px;
    background: none;
    line-height: 1.1;
    text-align: left;
  }
  .where b {
    font-weight: 600;
    white-space: nowrap;
  }
  .where small {
    display: block;
    white-space: nowrap;
    color: var(--sb-ink-quiet);
    font-size: 0.8rem;
  }
  .where [aria-checked="true"] {
    border-color: var(--sb-action);
    background: var(--sb-surface);
    box-shadow: var(--sb-shadow);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .go {
    grid-area: go;
    display: flex;
    gap: var(--sb-space-2);
  }
  .go button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2);
    min-height: 50px;
    padding: 0 var(--sb-space-4);
    border: 0;
    border-radius: 14px;
    font-size: 1.12rem;
    font-weight: 700;
    white-space: nowrap;
  }
  .go svg {
    fill: currentColor;
  }
  .run {
    width: 10.6rem;
    padding: 0;
    background: var(--sb-action);
    color: var(--sb-on-action);
  }
  .run:hover {
    background: var(--sb-action-deep);
  }
  .run:disabled {
    opacity: 0.75;
    cursor: progress;
  }
  .stop {
    min-width: 7.5rem;
    background: var(--sb-stop);
    color: var(--sb-on-stop);
  }
  .stop:hover {
    background: var(--sb-stop-deep);
  }
  .stop.live {
    box-shadow: 0 0 0 4px color-mix(in srgb, var(--sb-stop) 28%, transparent);
  }

  .quiet {
    grid-area: quiet;
    display: flex;
    align-items: center;
    gap: var(--sb-space-1);
  }
  .work {
    display: flex;
    align-items: center;
    min-height: var(--sb-touch);
    padding: 0;
    border: 0;
    border-radius: var(--sb-radius);
    background: none;
  }
  .plain {
    display: grid;
    place-items: center;
    width: var(--sb-touch);
    height: var(--sb-touch);
    border: 0;
    border-radius: var(--sb-radius);
    background: none;
    color: var(--sb-ink-quiet);
  }
  .work:hover,
  .plain:hover {
    background: var(--sb-surface-sunk);
    color: var(--sb-ink);
  }

  @media (max-width: 1239px) {
    :host {
      grid-template-columns: minmax(4rem, 1fr) auto;
      grid-template-areas: "what quiet" "row row";
    }
    /* Both in one cell, from either end, so that neither narrows what is above it. */
    .where,
    .go {
      grid-area: row;
    }
    .where {
      justify-self: start;
    }
    .go,
    .quiet {
      justify-self: end;
    }
  }
  @media (max-width: 599px) {
    sb-logo {
      display: none;
    }
    h1 {
      font-size: 1rem;
    }
    .quiet {
      gap: 0;
    }
    .go {
      grid-area: go;
      width: 100%;
    }
    .where {
      grid-area: where;
    }
    :host {
      gap: var(--sb-space-2);
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-areas: "what quiet" "where where" "go go";
    }
    .where,
    .where button {
      width: 100%;
    }
    .where button {
      padding: 0 var(--sb-space-2);
    }
    .go button {
      flex: 1;
      min-width: 0;
    }
  }
`;
