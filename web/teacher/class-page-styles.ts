import { css } from 'lit';

/** How the class page lays out its parts. */
export const classPageStyles = css`
  :host {
    display: block;
  }

  .title {
    display: flex;
    align-items: center;
    gap: var(--sb-space-1);
    min-width: 0;
  }

  .title h1 {
    overflow: hidden;
    font-size: var(--sb-text-l);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .notes {
    position: sticky;
    z-index: 9;
    top: 4.25rem;
    display: grid;
    gap: var(--sb-space-2);
    max-width: 150rem;
    margin-inline: auto;
    padding-inline: var(--sb-space-6);
  }

  .notes > :first-child {
    margin-top: var(--sb-space-3);
  }

  .notes:not(:has(sb-notice)) sb-stop-result:not(:has(div)) {
    margin-top: 0;
  }

  main {
    display: grid;
    gap: var(--sb-space-4);
    max-width: 150rem;
    margin-inline: auto;
    padding: var(--sb-space-3) var(--sb-space-6) var(--sb-space-8);
  }

  .top {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr);
    gap: var(--sb-space-4);
  }

  .top.busy {
    grid-template-columns: auto minmax(0, 1fr);
  }

  .top.busy .overview {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-2);
    padding: var(--sb-space-2) var(--sb-space-3);
  }

  .top.busy .settings {
    gap: var(--sb-space-2);
  }

  .top.busy sb-all-blocks {
    font-size: var(--sb-text-s);
  }

  .overview {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: var(--sb-space-3);
    padding: var(--sb-space-4);
  }

  .settings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--sb-space-2) var(--sb-space-4);
  }

  section > h2 {
    margin-bottom: var(--sb-space-3);
  }

  .ghosts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr));
    gap: var(--sb-space-3);
  }

  .ghost {
    height: 9rem;
    border-radius: var(--sb-radius);
    background: var(--sb-surface-sunk);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  .ghost.tall {
    height: 13rem;
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .ghost {
      animation: none;
    }
  }

  @media (max-width: 60rem) {
    main,
    .notes {
      padding-inline: var(--sb-space-3);
    }
  }

  @media (max-width: 50rem) {
    .top,
    .top.busy {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
