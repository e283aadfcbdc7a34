import { css } from 'lit';

/** A line to type in, and a picture of the camera under it. */
export const scannerStyles = css`
  :host {
    display: grid;
    gap: var(--sb-space-3);
  }

  form {
    display: grid;
    gap: var(--sb-space-1);
  }

  label {
    flex: 1;
    align-self: center;
    font-weight: 600;
  }

  .signal {
    color: var(--sb-ink-quiet);
  }

  .signal[aria-pressed='true'] {
    color: var(--sb-good);
  }

  .line {
    display: flex;
    gap: var(--sb-space-2);
  }

  input {
    flex: 1;
    min-width: 5rem;
    font-family: var(--sb-font-code);
    text-transform: uppercase;
  }

  .camera {
    position: relative;
    overflow: hidden;
    max-width: 40rem;
    border-radius: var(--sb-radius);
    background: #000000;
  }

  video {
    display: block;
    width: 100%;
    max-height: 55vh;
    object-fit: cover;
  }

  .aim {
    position: absolute;
    inset: 0;
    width: min(60%, 14rem);
    aspect-ratio: 1;
    margin: auto;
    border: 3px solid #ffffff;
    border-radius: var(--sb-radius);
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 35%);
  }

  .last {
    position: absolute;
    top: var(--sb-space-3);
    left: var(--sb-space-3);
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    max-width: calc(100% - 2 * var(--sb-space-3));
    padding: var(--sb-space-1) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-good-soft);
    color: var(--sb-ink);
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .tools {
    position: absolute;
    right: var(--sb-space-3);
    bottom: var(--sb-space-3);
    display: flex;
    gap: var(--sb-space-2);
  }

  .tools [aria-pressed='true'] {
    background: var(--sb-waiting-soft);
  }

  .refusal {
    display: flex;
    gap: var(--sb-space-2);
    padding: var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-waiting-soft);
  }

  .refusal svg {
    color: var(--sb-waiting);
  }
`;
