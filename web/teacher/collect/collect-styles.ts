import { css } from 'lit';

export const collectStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--sb-space-4);
  }

  .empty {
    padding: var(--sb-space-6);
    border: 1.5px dashed var(--sb-line-strong);
    border-radius: var(--sb-radius);
    text-align: center;
    text-wrap: balance;
  }

  .count {
    font-size: var(--sb-text-l);
    font-weight: 600;
  }

  .several {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-3) var(--sb-space-6);
    padding: var(--sb-space-3) var(--sb-space-4);
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-2);
  }

  .works {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
    gap: var(--sb-space-4);
  }
`;
