import { css } from 'lit';

/** The projector view fills the screen exactly; sizes follow the screen, so that the last row can read it. */
export const projectorStyles = css`
  :host {
    display: block;
  }

  main {
    --unit: min(1vw, 1.78vh);
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: calc(var(--unit) * 2);
    height: 100dvh;
    padding: calc(var(--unit) * 1.5) calc(var(--unit) * 3.5) calc(var(--unit) * 2.5);
    overflow: hidden;
    background: var(--sb-paper);
  }

  header {
    display: flex;
    align-items: center;
    gap: var(--sb-space-4);
  }

  sb-logo {
    font-size: calc(var(--unit) * 1.8);
  }

  h1 {
    flex: 1;
    overflow: hidden;
    font-size: calc(var(--unit) * 1.8);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .lost {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.4em 0.8em;
    border: 2px solid var(--sb-waiting);
    border-radius: 99px;
    color: var(--sb-waiting);
    font-weight: 650;
  }

  .join {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--unit) * 3);
  }

  .steps {
    min-width: 0;
  }

  .step {
    display: flex;
    align-items: center;
    gap: 0.5em;
    font-size: calc(var(--unit) * 2.4);
  }

  .step b {
    display: grid;
    place-items: center;
    width: 1.6em;
    height: 1.6em;
    border-radius: 50%;
    background: var(--sb-board);
    color: var(--sb-on-board);
    font-size: 0.8em;
  }

  .address {
    margin-bottom: calc(var(--unit) * 1.5);
    font-size: calc(var(--unit) * 4.2);
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .code {
    color: var(--sb-board);
    font: 700 calc(var(--unit) * 15) / 1.05 var(--sb-font-code);
    letter-spacing: -0.02em;
    white-space: nowrap;
  }

  figure {
    flex: none;
    margin: 0;
    text-align: center;
  }

  figcaption {
    font-size: calc(var(--unit) * 2);
  }

  sb-qr-code {
    width: calc(var(--unit) * 26);
  }

  .arrivals {
    min-height: 0;
    padding-top: calc(var(--unit) * 1.5);
    border-top: 4px solid var(--sb-board);
    overflow: hidden;
  }

  h2 {
    font-size: calc(var(--unit) * 2.4);
  }

  ul {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 0.8);
    margin: calc(var(--unit) * 1.2) 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 0.15em 0.7em;
    border: 3px solid var(--sb-board);
    border-radius: 99px;
    font-size: calc(var(--unit) * 2);
    font-weight: 650;
    animation: arrive 600ms cubic-bezier(0.2, 1.4, 0.4, 1) backwards;
  }

  .many li {
    font-size: calc(var(--unit) * 1.55);
  }

  .crowd ul {
    gap: calc(var(--unit) * 0.5);
  }

  .crowd li {
    border-width: 2px;
    font-size: calc(var(--unit) * 1.25);
  }

  main:has(.crowd) .code {
    font-size: calc(var(--unit) * 11.5);
  }

  main:has(.crowd) .address {
    font-size: calc(var(--unit) * 3.4);
  }

  main:has(.crowd) sb-qr-code {
    width: calc(var(--unit) * 21);
  }

  li.away {
    border-style: dashed;
    border-color: var(--sb-line);
  }

  .over {
    align-self: center;
    font-size: calc(var(--unit) * 5);
    font-weight: 700;
    text-align: center;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(1em) scale(0.8);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    li {
      animation: none;
    }
  }

  @media (max-aspect-ratio: 1) {
    main {
      --unit: min(1.45vw, 1vh);
    }

    .join {
      flex-direction: column;
    }

    sb-qr-code {
      width: calc(var(--unit) * 28);
    }

    .step,
    h2 {
      font-size: calc(var(--unit) * 3);
    }

    .address {
      font-size: calc(var(--unit) * 5);
    }

    li {
      font-size: calc(var(--unit) * 2.6);
    }
  }
`;
