import { css } from 'lit';

export const sendStyles = css`
  .big {
    min-height: 3.25rem;
    white-space: nowrap;
  }

  .to {
    margin-bottom: var(--sb-space-3);
  }

  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-2);
  }

  [aria-pressed='true'] {
    border-color: var(--sb-action);
    background: var(--sb-action-soft);
    box-shadow: inset 0 0 0 1px var(--sb-action);
  }

  .choice {
    min-height: 6rem;
    margin-block: var(--sb-space-4);
  }

  .lessons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: var(--sb-space-3);
    max-height: min(26rem, 46dvh);
    margin: 0;
    padding: 3px;
    overflow: auto;
    list-style: none;
  }

  .lessons li {
    position: relative;
  }

  .now {
    position: absolute;
    top: var(--sb-space-2);
    left: var(--sb-space-2);
    padding: 0.15em 0.7em;
    border-radius: 1em;
    background: var(--sb-board);
    color: var(--sb-on-board);
    font-size: var(--sb-text-s);
    font-weight: 600;
  }

  .steps {
    display: grid;
    gap: var(--sb-space-2);
    max-height: min(26rem, 44dvh);
    margin: var(--sb-space-2) 0 0;
    padding: 3px;
    overflow: auto;
    list-style: none;
  }

  .steps .button {
    justify-content: start;
    width: 100%;
    font-weight: 400;
    text-align: left;
  }

  .number {
    display: grid;
    flex: none;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border-radius: 50%;
    background: var(--sb-surface-sunk);
    font-weight: 700;
  }

  .title {
    flex: 1;
  }

  .go,
  .confirm {
    display: grid;
    gap: var(--sb-space-3);
    margin-top: var(--sb-space-3);
  }

  .go .button {
    justify-self: end;
    min-height: 3.25rem;
  }

  .confirm {
    padding: var(--sb-space-4);
    border-left: 6px solid var(--sb-waiting);
    border-radius: var(--sb-radius);
    background: var(--sb-waiting-soft);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--sb-space-2);
  }
`;
