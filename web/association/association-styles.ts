import { css } from 'lit';

/** The association's frame: navigation at the side, on narrow screens above. */
export const associationStyles = css`
  :host {
    display: block;
  }

  .columns {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: var(--sb-space-6);
    max-width: 120rem;
    padding: var(--sb-space-6);
  }

  nav ul {
    position: sticky;
    top: 5.75rem;
    display: grid;
    gap: var(--sb-space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  nav a {
    display: flex;
    align-items: center;
    gap: var(--sb-space-3);
    min-height: var(--sb-touch);
    padding-inline: var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    color: var(--sb-ink);
    font-weight: 600;
    text-decoration: none;
  }

  nav a:hover {
    background: var(--sb-surface-sunk);
  }

  nav a[aria-current] {
    background: var(--sb-good-soft);
    box-shadow: inset 4px 0 0 var(--sb-board);
  }

  nav svg.lucide {
    color: var(--sb-good);
  }

  @media (max-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--sb-space-4);
      padding: var(--sb-space-3);
    }

    nav {
      margin-inline: calc(-1 * var(--sb-space-3));
      border-bottom: 1px solid var(--sb-line);
    }

    nav ul {
      position: static;
      display: flex;
      overflow-x: auto;
      padding: var(--sb-space-1) var(--sb-space-3);
      scrollbar-width: thin;
    }

    nav a {
      white-space: nowrap;
    }

    nav a[aria-current] {
      box-shadow: inset 0 -4px 0 var(--sb-board);
    }
  }

  @media print {
    nav,
    sb-account-bar {
      display: none;
    }

    .columns {
      display: block;
      padding: 0;
    }
  }
`;
