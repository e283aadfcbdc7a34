import { css } from 'lit';

/** A word on a pill, and the plain list it often stands in. Pages colour it by what it says. */
export const chipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-1);
    padding: 0.1rem 0.6rem;
    border-radius: 999px;
    background: var(--sb-surface-sunk);
    font-size: var(--sb-text-s);
    font-weight: 650;
    line-height: 1.6;
    white-space: nowrap;
  }

  .code {
    font-family: var(--sb-font-code);
    font-weight: 700;
    white-space: nowrap;
  }

  ul.plain,
  ol.plain {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
