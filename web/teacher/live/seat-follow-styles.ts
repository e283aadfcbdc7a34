import { css } from 'lit';

/** A seat that is followed fills the window: blocks on the left, what happens on the right; below on a narrow one. */
export const seatFollowStyles = css`
  dialog {
    width: calc(100vw - 2rem);
    max-width: none;
    height: calc(100dvh - 2rem);
    max-height: none;
    padding: 0;
    border: none;
    overflow: hidden;
    background: var(--sb-paper);
    color: var(--sb-ink);
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }

  dialog::backdrop {
    background: rgb(15 25 20 / 55%);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-1);
    padding: var(--sb-space-2) var(--sb-space-3);
    border-bottom: 1px solid var(--sb-line);
    background: var(--sb-surface);
  }

  h2 {
    margin-right: var(--sb-space-4);
    overflow-wrap: anywhere;
  }

  .close {
    margin-left: auto;
  }

  h3 {
    font-size: var(--sb-text-m);
  }

  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(16rem, 24rem);
    min-height: 0;
  }

  .desk > sb-seat-picture {
    min-height: 0;
    padding: var(--sb-space-4);
    overflow: hidden;
    background:
      radial-gradient(circle at center, rgb(31 42 36 / 9%) 0 1.4px, transparent 2px) 0 0 / 24px 24px,
      var(--sb-surface-sunk);
  }

  .desk > sb-seat-picture:focus-visible {
    outline-offset: -3px;
  }

  aside {
    display: flex;
    flex-direction: column;
    gap: var(--sb-space-2);
    min-height: 0;
    padding: var(--sb-space-4);
    border-left: 1px solid var(--sb-line);
    overflow: auto;
    background: var(--sb-surface);
  }

  .program {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 650;
  }

  .program.running {
    color: var(--sb-good);
  }

  .error {
    padding: var(--sb-space-2) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-stop-soft);
    overflow-wrap: anywhere;
  }

  .goals {
    display: grid;
    gap: var(--sb-space-1);
    margin: 0 0 var(--sb-space-2);
    padding: 0;
    list-style: none;
  }

  .goals li {
    display: flex;
    gap: 0.5em;
  }

  .goals p {
    display: inline;
  }

  .goals .on svg.lucide {
    color: var(--sb-good);
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sb-space-1);
    margin: 0 0 var(--sb-space-2);
  }

  dl div {
    display: flex;
    gap: 0.5em;
    padding: 0.15rem 0.6rem;
    border-radius: 99px;
    background: var(--sb-surface-sunk);
    font-size: var(--sb-text-s);
  }

  dl .high {
    background: var(--sb-good-soft);
  }

  dd {
    margin: 0;
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  sb-console {
    flex: 1 0 12rem;
    min-height: 12rem;
  }

  .wait {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-6);
    text-align: center;
  }

  .wait strong {
    font-size: var(--sb-text-l);
  }

  .wait svg.lucide {
    width: 3rem;
    height: 3rem;
    color: var(--sb-copper);
  }

  @media (max-width: 50rem) {
    dialog {
      width: 100vw;
      height: 100dvh;
    }

    .desk {
      grid-template-rows: minmax(0, 3fr) minmax(0, 2fr);
      grid-template-columns: 1fr;
    }

    aside {
      border-top: 1px solid var(--sb-line);
      border-left: none;
    }
  }
`;
