import { css } from 'lit';

export const handInStyles = css`
  :host {
    display: contents;
  }

  .hand {
    white-space: nowrap;
  }

  @media (max-width: 599px) {
    .hand {
      padding-inline: var(--sb-space-2);
    }
  }

  /* Where it is narrow the sign must do; the words are heard. */
  @media (max-width: 767px) {
    .hand .words {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  .hand.handed-in {
    border-color: var(--sb-good);
    color: var(--sb-good);
  }

  .hand.returned {
    border-color: var(--sb-copper);
    background: var(--sb-copper-soft);
    color: var(--sb-ink);
  }

  .hand sb-badge-picture {
    --sb-badge-size: 1.75rem;
    margin-block: -0.25rem;
  }

  .picture {
    display: grid;
    align-items: start;
    max-height: min(22rem, 45dvh);
    margin: var(--sb-space-3) 0;
    padding: var(--sb-space-4);
    overflow: auto;
    border-radius: var(--sb-radius);
    background:
      radial-gradient(circle at center, var(--sb-line) 0 1.5px, transparent 2px) 0 0 / 18px 18px,
      var(--sb-surface-sunk);
  }

  .last {
    display: flex;
    align-items: center;
    gap: var(--sb-space-3);
    padding: var(--sb-space-2) var(--sb-space-3);
    border-radius: var(--sb-radius);
    background: var(--sb-copper-soft);
    overflow-wrap: anywhere;
  }

  .last sb-badge-picture {
    flex: none;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--sb-space-3);
    margin-top: var(--sb-space-4);
  }
`;
