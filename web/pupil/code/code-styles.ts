import { css } from 'lit';

/** The room of the code view: what to look at on top, the text or both texts below. */
export const codeStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    background: var(--sb-surface);
    container-type: inline-size;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    border-bottom: 1px solid var(--sb-line);
    background: var(--sb-surface-sunk);
  }

  .choice,
  .take,
  .title {
    display: flex;
    min-width: 0;
  }

  .title {
    align-items: center;
    justify-content: space-between;
  }

  button:disabled {
    opacity: 0.4;
    cursor: default;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-1);
    min-width: var(--sb-touch);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-3);
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--sb-ink-quiet);
    font: 600 var(--sb-text-s) / 1 var(--sb-font);
    white-space: nowrap;
    cursor: pointer;
  }

  button:hover {
    color: var(--sb-ink);
  }

  button:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -3px;
  }

  [aria-pressed='true'] {
    border-color: var(--sb-board);
    color: var(--sb-ink);
  }

  svg {
    width: 1.4em;
    height: 1.4em;
    flex: none;
  }

  .texts {
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    min-height: 0;
  }

  section {
    position: relative;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }

  .both > section {
    grid-template-rows: auto minmax(0, 1fr);
  }

  .both > section + section {
    border-top: 1px solid var(--sb-line);
  }

  h3 {
    margin: 0;
    padding: 0 var(--sb-space-3);
    color: var(--sb-ink-quiet);
    font: 600 var(--sb-text-s) / 1.2 var(--sb-font);
  }

  .none {
    margin: 0;
    padding: var(--sb-space-4);
    color: var(--sb-ink-quiet);
    text-wrap: pretty;
  }

  .said {
    margin: 0;
    padding: var(--sb-space-2) var(--sb-space-3);
    border-top: 1px solid var(--sb-line);
    font-size: var(--sb-text-s);
  }

  .said:empty {
    padding: 0;
    border: 0;
  }

  @container (min-width: 38rem) {
    .both {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }

    .both > section + section {
      border-top: 0;
      border-left: 1px solid var(--sb-line);
    }
  }

  @container (max-width: 30rem) {
    button {
      padding: 0 var(--sb-space-2);
    }

    header .take span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container (max-width: 19rem) {
    button {
      padding: 0 5px;
    }

    .choice > button {
      min-width: 0;
    }
  }
`;
