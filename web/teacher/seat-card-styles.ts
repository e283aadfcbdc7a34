import { css } from 'lit';

/** A seat's card: its edge and chip tell the condition by colour, icon and word. */
export const seatCardStyles = css`
  :host {
    display: block;
    contain: layout style;
  }

  article.panel {
    --tone: var(--sb-line-strong);
    --tone-soft: var(--sb-surface-sunk);
    position: relative;
    display: flex;
    flex-direction: column;
    gap: var(--sb-space-2);
    height: 100%;
    padding: var(--sb-space-3) var(--sb-space-3) var(--sb-space-3) var(--sb-space-4);
    border-left: 6px solid var(--tone);
  }

  /* As in the queue of hands; blue is what is chosen. */
  .panel.hand {
    --tone: var(--sb-copper);
    --tone-soft: var(--sb-copper-soft);
  }

  .panel.error {
    --tone: var(--sb-stop);
    --tone-soft: var(--sb-stop-soft);
  }

  .panel.disconnected,
  .panel.pi-offline,
  .panel.stuck {
    --tone: var(--sb-waiting);
    --tone-soft: var(--sb-waiting-soft);
  }

  .panel.running {
    --tone: var(--sb-good);
    --tone-soft: var(--sb-good-soft);
  }

  :host([chosen]) article.panel {
    box-shadow: 0 0 0 3px var(--sb-action);
  }

  header {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: 2rem;
  }

  h3 {
    max-width: 100%;
    font-size: var(--sb-text-l);
    line-height: 1.25;
    overflow-wrap: break-word;
  }

  :host([small]) h3 {
    font-size: var(--sb-text-m);
  }

  .condition {
    display: inline-flex;
    margin-left: auto;
    align-items: center;
    gap: 0.35em;
    padding: 0.2rem 0.6rem;
    border-radius: 1rem;
    background: var(--tone-soft);
    font-size: var(--sb-text-s);
    font-weight: 650;
    line-height: 1.2;
  }

  .condition svg.lucide {
    width: 1.1em;
    height: 1.1em;
    color: var(--tone);
  }

  .running .condition svg.lucide {
    animation: glow 1.6s ease-in-out infinite;
  }

  /* The mark to choose a card: there when cards are chosen, else for a pointer or the keyboard. */
  .mark {
    display: grid;
    place-items: center;
    width: 0;
    height: var(--sb-touch);
    margin-block: -0.5rem;
    margin-right: calc(-1 * var(--sb-space-2));
    overflow: hidden;
    opacity: 0;
  }

  :host([choosing]) .mark,
  article:hover .mark,
  .mark:focus-within {
    width: 1.75rem;
    margin-right: 0;
    margin-left: -0.25rem;
    opacity: 1;
  }

  .mark input {
    width: 1.35rem;
    min-height: 1.35rem;
    height: 1.35rem;
    margin: 0;
    accent-color: var(--sb-action);
  }

  p.hand {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-1) var(--sb-space-1) var(--sb-space-1) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--tone-soft);
    font-weight: 650;
  }

  p.hand > svg.lucide {
    width: 1.75rem;
    height: 1.75rem;
    color: var(--tone);
  }

  p.hand strong {
    font-size: var(--sb-text-xl);
  }

  p.hand .button {
    margin-left: auto;
    padding-inline: var(--sb-space-3);
  }

  /* What needs nobody is a sign; its words are for ears and pointers. */
  :host([small]) :is(.running, .idle) .condition {
    padding: 0.35rem;
  }

  :host([small]) :is(.running, .idle) .condition span,
  :host([small]) p.hand span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .picture {
    position: relative;
    height: 10.5rem;
    padding: var(--sb-space-2);
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius-s);
    background:
      radial-gradient(circle at center, rgb(31 42 36 / 9%) 0 1.4px, transparent 2px) 0 0 / 16px 16px,
      var(--sb-surface-sunk);
    color: inherit;
    font: inherit;
    cursor: pointer;
    transition: border-color var(--sb-motion);
  }

  .picture:hover {
    border-color: var(--sb-action);
  }

  .picture sb-seat-picture {
    height: 100%;
    pointer-events: none;
  }

  :host([small]) .picture {
    height: 6.5rem;
  }

  .look {
    position: absolute;
    right: 6px;
    bottom: 6px;
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border-radius: 50%;
    background: var(--sb-surface);
    color: var(--sb-action);
    box-shadow: var(--sb-shadow);
    opacity: 0;
    transition: opacity var(--sb-motion);
  }

  .picture:hover .look,
  .picture:focus-visible .look {
    opacity: 1;
  }

  p.error {
    padding: var(--sb-space-2) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-stop-soft);
    font-size: var(--sb-text-s);
    overflow-wrap: anywhere;
  }

  :host([small]) p.error {
    display: -webkit-box;
    padding-block: 0;
    border-block: var(--sb-space-1) solid transparent;
    overflow: hidden;
    background-clip: border-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--sb-space-3);
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }

  :host([small]) article > :is(p.error, .facts, sb-seat-progress) {
    margin-right: 2.5rem;
  }

  .more {
    align-self: end;
    margin-top: calc(-1 * var(--sb-touch));
    margin-right: -0.5rem;
    padding: var(--sb-space-2);
    transition: transform var(--sb-motion);
  }

  .more[aria-expanded='true'] {
    transform: rotate(180deg);
  }

  .menu {
    display: grid;
    gap: var(--sb-space-1);
    margin-top: auto;
  }

  .row:not(:has(*)) {
    display: none;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--sb-space-1);
  }

  @keyframes glow {
    50% {
      opacity: 0.35;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .running .condition svg.lucide {
      animation: none;
    }
  }
`;
