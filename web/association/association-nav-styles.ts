import { css } from 'lit';

/** A list at the side; up to 60 rem a narrow one with the words under the pictures; up to 40 rem a bar at the bottom. */
export const navStyles = css`
  :host {
    position: sticky;
    top: 5.75rem;
    display: block;
    align-self: start;
  }

  ul {
    display: grid;
    gap: var(--sb-space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  a,
  .more {
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

  a:hover {
    background: var(--sb-surface-sunk);
  }

  a[aria-current] {
    background: var(--sb-good-soft);
    box-shadow: inset 4px 0 0 var(--sb-board);
  }

  a svg.lucide {
    color: var(--sb-good);
  }

  .short,
  .more {
    display: none;
  }

  @media (max-width: 60rem) {
    a,
    .more {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      min-height: 3.5rem;
      padding: var(--sb-space-1) 2px;
      font-size: 0.8125rem;
      line-height: 1.2;
      text-align: center;
    }

    .full {
      display: none;
    }

    .short {
      display: inline;
    }
  }

  @media (min-width: 40.01rem) and (max-width: 60rem) {
    .bar {
      max-height: calc(100dvh - 6.5rem);
      overflow-y: auto;
      scrollbar-width: thin;
    }
  }

  @media (max-width: 40rem) {
    :host {
      position: static;
    }

    nav.open {
      position: fixed;
      z-index: 20;
      inset: 0;
      background: rgb(15 25 20 / 55%);
    }

    .bar {
      position: fixed;
      z-index: 20;
      inset: auto 0 0;
      display: grid;
      grid-template-columns: minmax(0, 4fr) minmax(0, 1fr);
      padding: 2px var(--sb-space-1) env(safe-area-inset-bottom);
      border-top: 1px solid var(--sb-line);
      background: var(--sb-surface);
    }

    ul {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 0;
    }

    .rest {
      display: none;
    }

    .more {
      display: flex;
      border: none;
      background: none;
      font-family: inherit;
      cursor: pointer;
    }

    a[aria-current] {
      box-shadow: inset 0 3px 0 var(--sb-board);
    }

    nav.open .bar {
      grid-template-columns: minmax(0, 1fr);
      max-height: 100dvh;
      padding-top: var(--sb-space-3);
      border-radius: var(--sb-radius) var(--sb-radius) 0 0;
      overflow-y: auto;
    }

    nav.open ul {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--sb-space-1);
    }

    nav.open .rest {
      display: block;
    }

    nav.open :is(a, .more) {
      min-height: 4rem;
      font-size: var(--sb-text-s);
    }

    nav.open .full {
      display: inline;
    }

    nav.open .short {
      display: none;
    }

    nav.open .more {
      border-top: 1px solid var(--sb-line);
      border-radius: 0;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
