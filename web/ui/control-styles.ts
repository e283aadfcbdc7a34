import { css } from 'lit';

/** How buttons, fields, panels and chips look on the adults' pages; every control is at least 44 px high. */
export const controlStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p {
    margin: 0;
  }

  h1,
  h2,
  h3 {
    line-height: 1.2;
    text-wrap: balance;
  }

  h1 {
    font-size: var(--sb-text-xl);
  }

  h2 {
    font-size: var(--sb-text-l);
  }

  svg.lucide {
    width: 1.25em;
    height: 1.25em;
    flex: none;
  }

  :focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2);
    min-width: var(--sb-touch);
    min-height: var(--sb-touch);
    padding: var(--sb-space-2) var(--sb-space-4);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--sb-motion),
      border-color var(--sb-motion);
  }

  .button:hover {
    background: var(--sb-surface-sunk);
  }

  .button.primary {
    border-color: var(--sb-action);
    background: var(--sb-action);
    color: var(--sb-on-action);
  }

  .button.primary:hover {
    border-color: var(--sb-action-deep);
    background: var(--sb-action-deep);
  }

  .button.danger {
    border-color: var(--sb-stop);
    background: var(--sb-stop);
    color: var(--sb-on-stop);
  }

  .button.danger:hover {
    border-color: var(--sb-stop-deep);
    background: var(--sb-stop-deep);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover {
    background: var(--sb-surface-sunk);
  }

  /* As specific as the kinds of button above, and after them. */
  .button:is(:disabled, [aria-disabled='true'], :disabled:hover) {
    border-color: var(--sb-line);
    background: var(--sb-surface-sunk);
    color: var(--sb-ink-quiet);
    cursor: default;
  }

  .field {
    display: grid;
    gap: var(--sb-space-1);
  }

  .field > label,
  .label {
    font-weight: 600;
  }

  .hint {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }

  input,
  select {
    width: 100%;
    min-height: var(--sb-touch);
    padding: var(--sb-space-2) var(--sb-space-3);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface);
    color: var(--sb-ink);
    font: inherit;
  }

  .panel {
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    box-shadow: var(--sb-shadow);
  }

  .quiet-text {
    color: var(--sb-ink-quiet);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
