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

  .lesson {
    margin-left: 0.8em;
    padding-left: 0.8em;
    border-left: 3px solid var(--sb-board);
    font-weight: 500;
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

  .eyes-up {
    grid-row: 2 / 4;
  }

  main:is(.crowd, .throng) .code {
    font-size: calc(var(--unit) * 9.5);
  }

  main.throng .code {
    font-size: calc(var(--unit) * 8);
  }

  main:is(.crowd, .throng) .address {
    margin-bottom: calc(var(--unit) * 0.5);
    font-size: calc(var(--unit) * 3.4);
  }

  main:is(.crowd, .throng) sb-qr-code {
    width: calc(var(--unit) * 18);
  }

  .over {
    align-self: center;
    font-size: calc(var(--unit) * 5);
    font-weight: 700;
    text-align: center;
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

    .step {
      font-size: calc(var(--unit) * 3);
    }

    .address {
      font-size: calc(var(--unit) * 5);
    }
  }
`;
