import { css } from 'lit';

/** A line through time with what happened along it. */
export const historyStyles = css`
  :host {
    display: grid;
    gap: var(--sb-space-4);
  }

  form {
    display: grid;
    gap: var(--sb-space-1);
  }

  label {
    font-weight: 600;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-2);
  }

  ol,
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ol > li {
    display: grid;
    grid-template-columns: 2rem minmax(0, 1fr) auto;
    gap: var(--sb-space-3);
    padding-bottom: var(--sb-space-4);
    background: linear-gradient(var(--sb-line), var(--sb-line)) no-repeat 0.95rem 0 / 2px 100%;
  }

  ol > li:last-child {
    background: none;
  }

  .mark {
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border-radius: 50%;
    background: var(--sb-surface-sunk);
    color: var(--sb-ink-quiet);
  }

  .mark.own {
    background: var(--sb-copper-soft);
    color: var(--sb-copper);
  }

  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  summary {
    min-height: var(--sb-touch);
    color: var(--sb-action);
    font-weight: 600;
    line-height: var(--sb-touch);
    cursor: pointer;
  }

  details li {
    padding-block: var(--sb-space-1);
    border-top: 1px solid var(--sb-line);
    overflow-wrap: anywhere;
  }

  details a {
    display: block;
    min-height: var(--sb-touch);
    color: inherit;
    line-height: var(--sb-touch);
    text-decoration: none;
  }

  details a:hover {
    text-decoration: underline;
  }
`;
