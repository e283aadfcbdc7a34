import { css } from 'lit';

/** A large photo with what is said of it below. */
export const viewStyles = css`
  .picture {
    display: block;
    width: 100%;
    max-height: 65vh;
    padding: 0;
    border: none;
    border-radius: var(--sb-radius-s);
    overflow: auto;
    background: var(--sb-surface-sunk);
    cursor: zoom-in;
  }

  .picture[aria-pressed='true'] {
    cursor: zoom-out;
  }

  img {
    display: block;
    max-width: 100%;
    max-height: 65vh;
    margin: 0 auto;
  }

  img.near {
    max-width: none;
    max-height: none;
    /* A photo that is small itself is made larger, too. */
    min-width: 180%;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-2) var(--sb-space-3);
    margin-top: var(--sb-space-3);
  }

  .line input {
    flex: 1 1 12rem;
    min-width: 0;
  }

  .line label {
    flex-basis: 100%;
  }

  .ask p {
    flex: 1 1 14rem;
    font-weight: 600;
  }
`;
