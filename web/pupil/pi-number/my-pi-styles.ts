import { css } from 'lit';

/** One strip under the top bar, as that of working together; on a narrow page its buttons go below the words. */
export const myPiStyles = css`
  :host {
    display: block;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2) var(--sb-space-4);
    padding: var(--sb-space-2) var(--sb-space-4);
    border-bottom: 1.5px solid var(--sb-copper);
    background: var(--sb-copper-soft);
  }
  .words {
    flex: 1 1 14rem;
    font-size: var(--sb-text-l);
    font-weight: 650;
    text-wrap: balance;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-2);
  }
  form {
    display: grid;
    flex: 1 1 18rem;
    gap: var(--sb-space-1);
  }
  label {
    font-weight: 650;
  }
  input {
    width: 7rem;
    font-size: var(--sb-text-l);
    font-weight: 700;
  }
  .fault {
    flex-basis: 100%;
    color: var(--sb-stop-deep);
    font-weight: 600;
  }
  @media (max-width: 599px) {
    .strip {
      padding-inline: var(--sb-space-3);
    }
    .words {
      flex-basis: 8rem;
      font-size: var(--sb-text-m);
    }
    .actions {
      flex-basis: 100%;
    }
  }
`;
