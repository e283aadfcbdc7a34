import { css } from 'lit';

export const eyesUpStyles = css`
  :host {
    display: contents;
  }

  dialog {
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: var(--sb-space-6);
    border: none;
    background: var(--sb-board-deep);
    color: #ffffff;
    overflow: auto;
  }

  dialog[open] {
    display: grid;
    place-items: center;
  }

  dialog::backdrop {
    background: var(--sb-board-deep);
  }

  .middle {
    display: grid;
    justify-items: center;
    gap: var(--sb-space-4);
    max-width: 42rem;
    text-align: center;
  }

  .eyes {
    width: min(16rem, 60vw);
  }

  .white {
    fill: #ffffff;
  }

  .iris {
    fill: var(--sb-glow);
  }

  .dark {
    fill: #1f2a24;
  }

  .shine {
    fill: #ffffff;
  }

  .pupil {
    animation: look 5s ease-in-out infinite;
  }

  h1 {
    font-size: clamp(2.25rem, 8vw, 4rem);
  }

  h1:focus-visible {
    outline: none;
  }

  p {
    font-size: var(--sb-text-l);
    text-wrap: balance;
  }

  .note {
    padding: var(--sb-space-3) var(--sb-space-6);
    border-radius: var(--sb-radius);
    background: #ffffff;
    color: #1f2a24;
    font-size: var(--sb-text-xl);
    font-weight: 700;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .ring {
    position: relative;
    display: grid;
    place-items: center;
    width: 6.5rem;
    height: 6.5rem;
    font-size: var(--sb-text-l);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
  }

  .ring svg {
    position: absolute;
    inset: 0;
  }

  @keyframes look {
    0%,
    70%,
    100% {
      transform: none;
    }

    78% {
      transform: translate(9px, 2px);
    }

    88% {
      transform: translate(-9px, 2px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .pupil {
      animation: none;
    }
  }
`;
