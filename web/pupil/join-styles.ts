import { css } from 'lit';

/** The door: one card on the desk, the board beside it where there is room. */
export const joinStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
    box-sizing: border-box;
    padding: var(--sb-space-4) clamp(1rem, 4vw, 3rem) var(--sb-space-6);
    background:
      radial-gradient(circle at 1px 1px, color-mix(in srgb, var(--sb-line) 55%, transparent) 1.5px, transparent 1.6px)
        0 0 / 22px 22px,
      var(--sb-paper);
  }
  * {
    box-sizing: border-box;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  sb-logo {
    font-size: clamp(1.25rem, 3vw, 1.75rem);
  }
  main {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 27rem) minmax(0, 26rem);
    justify-content: center;
    align-items: center;
    gap: clamp(2rem, 6vw, 6rem);
  }
  form {
    display: flex;
    flex-direction: column;
    padding: clamp(1.25rem, 3vw, 2.25rem);
    border: 1px solid var(--sb-line);
    border-radius: 20px;
    background: var(--sb-surface);
    box-shadow: var(--sb-shadow);
  }
  h1 {
    margin: 0 0 var(--sb-space-2);
    font-size: clamp(1.6rem, 3.4vw, 2.1rem);
    line-height: 1.15;
    text-wrap: balance;
  }
  .lead {
    margin: 0 0 var(--sb-space-6);
    color: var(--sb-ink-quiet);
    font-size: 1.1rem;
    text-wrap: balance;
  }
  label {
    font-weight: 600;
    margin-bottom: var(--sb-space-1);
  }
  .code {
    display: grid;
    gap: var(--sb-space-1);
    margin-bottom: var(--sb-space-4);
  }
  input {
    width: 100%;
    min-height: 52px;
    padding: 0 var(--sb-space-4);
    border: 2px solid var(--sb-line-strong);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: 500 1.15rem / 1 var(--sb-font);
  }
  #code {
    min-height: 84px;
    padding: 0 0 0 0.1em;
    border-color: var(--sb-board);
    background: color-mix(in srgb, var(--sb-good-soft) 45%, var(--sb-surface));
    font-size: clamp(2rem, 5vw, 3.1rem);
    font-weight: 750;
    letter-spacing: 0.1em;
    text-align: center;
    text-transform: uppercase;
  }
  #code::placeholder {
    color: var(--sb-line);
    font-weight: 500;
  }
  input:focus-visible,
  button:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
  .nickname {
    display: flex;
    gap: var(--sb-space-2);
  }
  button {
    cursor: pointer;
    font-family: inherit;
  }
  .dice {
    flex: none;
    display: grid;
    place-items: center;
    width: 56px;
    border: 2px solid var(--sb-copper);
    border-radius: var(--sb-radius);
    background: var(--sb-copper-soft);
    color: var(--sb-copper);
  }
  .dice svg {
    width: 28px;
    height: 28px;
    transition: rotate calc(var(--sb-motion) * 2);
  }
  .dice:active svg {
    rotate: 90deg;
  }
  .hint {
    margin: var(--sb-space-2) 0 var(--sb-space-4);
    color: var(--sb-ink-quiet);
    font-size: 0.95rem;
  }
  sb-notice {
    margin-bottom: var(--sb-space-4);
  }
  .go {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2);
    min-height: 60px;
    border: 0;
    border-radius: 14px;
    background: var(--sb-action);
    color: var(--sb-on-action);
    font-size: 1.3rem;
    font-weight: 700;
  }
  .go:hover {
    background: var(--sb-action-deep);
  }
  .go:disabled {
    opacity: 0.7;
    cursor: progress;
  }
  sb-board {
    height: min(78dvh, 640px);
    filter: drop-shadow(0 12px 22px rgb(31 42 36 / 18%));
  }
  @media (max-width: 760px) {
    main {
      grid-template-columns: minmax(0, 30rem);
      align-items: start;
      padding-top: var(--sb-space-6);
    }
    sb-board {
      display: none;
    }
  }
  .parts {
    min-height: var(--sb-touch);
    align-content: center;
    text-align: center;
    color: var(--sb-action);
    font-weight: 600;
  }
`;
