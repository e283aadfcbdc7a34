import { css } from 'lit';

/** What is known of a thing or a school: small names, each over its value. How wide they are says each page. */
export const factsStyles = css`
  dl {
    display: grid;
    margin: 0;
  }

  dt {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
