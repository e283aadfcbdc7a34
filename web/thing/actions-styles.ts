import { css } from 'lit';

/** What can be done with a thing: large buttons under each other, made for a thumb. */
export const actionsStyles = css`
  :host {
    display: grid;
    gap: var(--sb-space-4);
  }

  h1 {
    overflow-wrap: anywhere;
  }

  .code {
    display: inline-block;
    padding: 0.1em 0.6em;
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface-sunk);
    font-family: var(--sb-font-code);
    font-size: var(--sb-text-l);
    font-weight: 700;
  }

  ul {
    display: grid;
    gap: var(--sb-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
  }

  li > .button {
    justify-content: flex-start;
    min-height: 3.5rem;
    gap: var(--sb-space-3);
    font-size: var(--sb-text-l);
    text-align: left;
  }

  .more {
    display: grid;
    align-items: center;
    min-height: var(--sb-touch);
    padding-inline: var(--sb-space-2);
    color: var(--sb-action);
  }
`;
