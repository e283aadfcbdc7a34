import { css } from 'lit';

/** How a question looks: a slip of paper with large answers. */
export const quizStyles = css`
  :host {
    display: block;
    margin: 0 0 var(--sb-space-4);
    padding: var(--sb-space-3);
    border: 1.5px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-paper);
  }
  :host([solved]) {
    border-color: var(--sb-good);
  }
  fieldset {
    display: grid;
    gap: var(--sb-space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    display: flex;
    gap: var(--sb-space-2);
    margin-bottom: var(--sb-space-2);
    padding: 0;
    font-weight: 650;
  }
  svg.lucide {
    flex: none;
    width: 1.3em;
    height: 1.3em;
  }
  legend svg {
    color: var(--sb-copper);
  }
  p {
    margin: 0;
  }
  .several {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }
  label {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-2);
    min-height: var(--sb-touch);
    box-sizing: border-box;
    padding: var(--sb-space-2) var(--sb-space-3);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    line-height: 1.3;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  label:has(:checked) {
    border-color: var(--sb-action);
    background: var(--sb-action-soft);
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--sb-action);
    outline-offset: 1px;
  }
  label.right {
    border-color: var(--sb-good);
    background: var(--sb-good-soft);
  }
  label.wrong {
    border-color: var(--sb-copper);
    background: var(--sb-copper-soft);
  }
  fieldset:disabled label {
    cursor: default;
  }
  input {
    width: 1.2rem;
    height: 1.2rem;
    margin: 0;
    accent-color: var(--sb-action);
  }
  input:focus-visible {
    outline: none;
  }
  code {
    font: 500 0.95em var(--sb-font-code);
  }
  .feedback {
    grid-column: 1 / -1;
    display: flex;
    gap: var(--sb-space-2);
    font-size: 0.95rem;
  }
  .right .feedback svg {
    color: var(--sb-good);
  }
  .wrong .feedback svg {
    color: var(--sb-copper);
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2) var(--sb-space-3);
  }
  .end p:not(:empty) {
    flex: 1 1 8rem;
  }
  .end button,
  .end p:not(:empty) {
    margin-top: var(--sb-space-3);
  }
  .end p {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    font-weight: 600;
    font-size: 0.95rem;
  }
  .well {
    color: var(--sb-good);
  }
  button {
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-6);
    border: 0;
    border-radius: var(--sb-radius);
    background: var(--sb-action);
    color: var(--sb-on-action);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:disabled {
    background: var(--sb-surface-sunk);
    color: var(--sb-ink-quiet);
    cursor: default;
  }
  button:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
`;
