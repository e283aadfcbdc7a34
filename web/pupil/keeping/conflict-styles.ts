import { css } from 'lit';

export const conflictStyles = css`
  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: var(--sb-space-4);
    margin-top: var(--sb-space-3);
  }

  section {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: var(--sb-space-2);
    min-width: 0;
  }

  .picture {
    min-height: 8rem;
    max-height: 40dvh;
    padding: var(--sb-space-3);
    overflow: auto;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-paper);
  }
`;
