import { css } from 'lit';

/** How goals look: lamps that light up. */
export const goalsStyles = css`
  :host {
    display: block;
  }
  section {
    border-top: 1px solid var(--sb-line);
    background: var(--sb-surface-sunk);
  }
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  svg.lucide {
    width: 1.2em;
    height: 1.2em;
    flex: none;
  }
  h3,
  h3 button {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    color: var(--sb-ink-quiet);
    font-weight: 650;
    font-size: var(--sb-text-s);
  }
  h3 {
    min-height: 36px;
    padding: 0 var(--sb-space-4);
  }
  h3:has(button) {
    padding: 0;
  }
  h3 button {
    width: 100%;
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-4);
    border: 0;
    background: none;
    font: inherit;
    font-weight: 650;
    text-align: left;
    cursor: pointer;
  }
  h3 button:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -3px;
  }
  .chevron {
    display: flex;
    margin-left: auto;
    transition: rotate var(--sb-motion);
  }
  [aria-expanded='false'] .chevron {
    rotate: 180deg;
  }
  .count {
    font-weight: 500;
  }
  .lights {
    display: flex;
    gap: 5px;
  }
  .lights b {
    width: 11px;
    height: 11px;
    border: 1.5px solid var(--sb-line-strong);
    border-radius: 50%;
    background: var(--sb-surface);
  }
  .lights .on {
    border-color: #b87500;
    background: var(--sb-glow);
    box-shadow: 0 0 6px 1px var(--sb-glow);
  }
  ul {
    display: grid;
    gap: var(--sb-space-2);
    max-height: var(--goals-height, 40dvh);
    padding: 0 var(--sb-space-4) var(--sb-space-3);
    overflow: auto;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--sb-space-2);
    line-height: 1.35;
  }
  .mark {
    display: grid;
    place-items: center;
    width: 1.4rem;
    height: 1.4rem;
    box-sizing: border-box;
    border: 2px solid var(--sb-line-strong);
    border-radius: 50%;
    background: var(--sb-surface);
  }
  [data-state='reached'] .mark {
    border-color: var(--sb-good);
    background: var(--sb-good);
    color: var(--sb-surface);
  }
  .mark svg {
    width: 1rem;
    height: 1rem;
    stroke-width: 3.5;
  }
  [data-state='reached'] .words {
    color: var(--sb-ink-quiet);
  }
  :host([running]) [data-state]:not([data-state='reached']) .mark {
    border-color: var(--sb-copper);
    animation: waits 1.2s ease-in-out infinite alternate;
  }
  .words p,
  .tip p {
    display: inline;
    margin: 0;
  }
  .go {
    padding: 0;
    border: 0;
    background: none;
    color: var(--sb-action);
    font: inherit;
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .go:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
  .seen {
    margin-top: var(--sb-space-1);
    padding-left: var(--sb-space-2);
    border-left: 3px solid var(--sb-copper);
    font-size: 0.95rem;
  }
  .tip {
    color: var(--sb-ink-quiet);
  }
  code {
    font: 500 0.95em var(--sb-font-code);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes waits {
    from {
      box-shadow: 0 0 0 0 transparent;
    }
    to {
      box-shadow: 0 0 0 4px color-mix(in srgb, var(--sb-glow) 45%, transparent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .mark {
      animation: none !important;
    }
  }
`;
