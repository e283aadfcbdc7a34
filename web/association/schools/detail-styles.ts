import { css } from 'lit';

/** What the parts of a school's page share. */
export const detailStyles = css`
  h3 {
    margin-bottom: var(--sb-space-2);
    font-size: var(--sb-text-m);
  }

  a {
    color: var(--sb-action);
  }

  a.button {
    color: var(--sb-ink);
  }

  ul {
    display: grid;
    gap: var(--sb-space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .lines a {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-1) var(--sb-space-3);
    min-height: var(--sb-touch);
    color: var(--sb-ink);
    text-decoration: none;
  }

  .lines a:hover strong {
    text-decoration: underline;
  }
`;
