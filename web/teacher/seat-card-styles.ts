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
    display: flex;
    flex-direction: column;
    gap: var(--sb-space-2);
    height: 100%;
    padding: var(--sb-space-3) var(--sb-space-3) var(--sb-space-3) var(--sb-space-4);
    border-left: 6px solid var(--tone);
  }

  .panel.error {
    --tone: var(--sb-stop);
    --tone-soft: var(--sb-stop-soft);
  }

  .panel.disconnected,
  .panel.pi-offline {
    --tone: var(--sb-waiting);
    --tone-soft: var(--sb-waiting-soft);
  }

  .panel.running {
    --tone: var(--sb-good);
    --tone-soft: var(--sb-good-soft);
  }

  header {
    display: flex;
    align-items: center;
    gap: var(--sb-space-1);
    min-height: 2rem;
  }

  h3 {
    min-width: 0;
    font-size: var(--sb-text-l);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .condition {
    display: inline-flex;
    margin-left: auto;
    flex: none;
    align-items: center;
    gap: 0.35em;
    padding: 0.2rem 0.6rem;
    border-radius: 99px;
    background: var(--tone-soft);
    font-size: var(--sb-text-s);
    font-weight: 650;
  }

  .condition svg.lucide {
    width: 1.1em;
    height: 1.1em;
    color: var(--tone);
  }

  .running .condition svg.lucide {
    animation: glow 1.6s ease-in-out infinite;
  }

  p.error {
    padding: var(--sb-space-2) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--tone-soft);
    font-size: var(--sb-text-s);
    overflow-wrap: anywhere;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--sb-space-3);
    margin-bottom: auto;
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }

  .connection::before {
    display: inline-block;
    width: 0.6rem;
    height: 0.6rem;
    margin-right: 0.4em;
    border: 2px solid var(--sb-line-strong);
    border-radius: 50%;
    content: '';
  }

  .connection.on::before {
    border-color: var(--sb-good);
    background: var(--sb-good);
  }

  .pi {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
  }

  select {
    flex: 1;
    min-width: 0;
    border-color: var(--sb-line);
    text-overflow: ellipsis;
  }

  select:hover {
    border-color: var(--sb-line-strong);
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
