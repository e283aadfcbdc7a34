import { css } from 'lit';

/** The card of a step or a test, and the list of all below it. */
export const cardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--sb-space-2);
    min-height: 0;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  svg.lucide {
    width: 1.3em;
    height: 1.3em;
    flex: none;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
  .card {
    flex: none;
    display: grid;
    gap: var(--sb-space-3);
    padding: var(--sb-space-3);
    overflow: hidden;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    box-shadow: var(--sb-shadow);
  }
  .progress {
    height: 6px;
    margin: calc(-1 * var(--sb-space-3));
    margin-bottom: 0;
    background: var(--sb-surface-sunk);
  }
  .progress i {
    display: block;
    height: 100%;
    background: var(--sb-good);
    transition: width var(--sb-motion);
  }
  .now {
    display: flex;
    align-items: center;
    gap: var(--sb-space-4);
    min-height: 116px;
  }
  sb-step-picture {
    flex: 0 0 108px;
    height: 104px;
    padding: 6px;
    border-radius: var(--sb-radius);
    /* Its wires and parts keep their colours, black ones too. */
    background: color-mix(in srgb, #fff 88%, var(--sb-paper));
  }
  .words {
    display: grid;
    flex: 1;
    gap: var(--sb-space-1);
    min-width: 0;
  }
  .count,
  .quiet,
  .waiting {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }
  .count {
    font-weight: 600;
  }
  .count::first-letter {
    text-transform: uppercase;
  }
  .say {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    font-size: 1.16rem;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .say.good {
    color: var(--sb-good);
    font-size: var(--sb-text-xl);
    font-weight: 700;
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
  }
  .waiting::before {
    content: '';
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--sb-glow);
  }
  .live {
    position: relative;
    height: 30px;
    overflow: hidden;
    border-radius: 15px;
    background: var(--sb-surface-sunk);
  }
  .live i {
    position: absolute;
    inset: 0 auto 0 0;
    background: var(--sb-glow);
    transition: width var(--sb-motion);
  }
  .live b {
    position: relative;
    padding-left: var(--sb-space-3);
    line-height: 30px;
  }
  .moves {
    display: flex;
    gap: var(--sb-space-2);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2);
    min-width: var(--sb-touch);
    min-height: 48px;
    padding: 0 var(--sb-space-3);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    font-weight: 600;
  }
  .button:hover:not(:disabled) {
    background: var(--sb-surface-sunk);
  }
  .button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .button.main {
    flex: 1;
  }
  .button.primary,
  .button.primary:hover {
    border-color: var(--sb-action);
    background: var(--sb-action);
    color: var(--sb-on-action);
  }
  .button.good,
  .button.good:hover {
    border-color: var(--sb-board);
    background: var(--sb-board);
    color: var(--sb-on-board);
  }
  .button.again {
    flex: none;
    margin: var(--sb-space-1) 0;
    border-color: transparent;
    background: none;
    color: var(--sb-ink-quiet);
  }
  details {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
  }
  details::details-content {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  details:not([open])::details-content {
    display: none;
  }
  summary {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-2);
    border-radius: var(--sb-radius);
    color: var(--sb-ink-quiet);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details:not([open]) summary svg {
    rotate: -90deg;
  }
  ol {
    min-height: 0;
    max-height: 320px;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  li {
    display: flex;
    align-items: stretch;
    border-radius: var(--sb-radius-s);
  }
  li.open {
    background: var(--sb-action-soft);
  }
  li i {
    display: grid;
    flex: none;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 2px solid var(--sb-line-strong);
    border-radius: 50%;
    font: 600 0.86rem / 1 var(--sb-font);
    color: var(--sb-ink-quiet);
  }
  li.done i {
    border-color: var(--sb-good);
    background: var(--sb-good);
    color: var(--sb-on-board);
  }
  li i svg.lucide {
    width: 16px;
    height: 16px;
    stroke-width: 3.5;
  }
  .tick,
  .go {
    min-height: var(--sb-touch);
    padding: var(--sb-space-1) var(--sb-space-2);
    border: 0;
    border-radius: var(--sb-radius-s);
    background: none;
    text-align: start;
  }
  .tick {
    display: grid;
    flex: 0 0 var(--sb-touch);
    place-items: center;
    padding: 0;
  }
  .go {
    flex: 1;
    font-size: 0.95rem;
    line-height: 1.3;
  }
  .go:hover,
  .tick:hover {
    background: var(--sb-surface-sunk);
  }
  li.done .go {
    color: var(--sb-ink-quiet);
  }
  .tests {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-2);
    max-height: none;
    padding: 2px;
  }
  .tests li {
    border: 1px solid var(--sb-line);
    border-radius: 999px;
    background: var(--sb-surface);
  }
  .tests li.open {
    border-color: var(--sb-action);
    background: var(--sb-action-soft);
  }
  .tests .go {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding-inline: var(--sb-space-2) var(--sb-space-4);
    border-radius: 999px;
    font-weight: 600;
  }
  .end {
    display: grid;
    justify-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-4) var(--sb-space-2);
    border-radius: var(--sb-radius);
    background: var(--sb-good-soft);
    text-align: center;
  }
  .end strong {
    color: var(--sb-good);
    font-size: var(--sb-text-l);
  }
  .lamps {
    display: flex;
    gap: 12px;
  }
  .lamps b {
    width: 22px;
    height: 28px;
    border-radius: 50% 50% 22% 22%;
    background: radial-gradient(circle at 40% 30%, #fff, var(--led) 55%);
    box-shadow: 0 0 14px 3px var(--led);
  }
  .lamps :nth-child(1) {
    --led: #ff4d43;
  }
  .lamps :nth-child(2) {
    --led: #ffb52e;
  }
  .lamps :nth-child(3) {
    --led: #3ddc84;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting::before {
      animation: waiting 1.1s ease-in-out infinite alternate;
    }
    @keyframes waiting {
      to {
        opacity: 0.25;
      }
    }
  }
`;
