import { css } from 'lit';

/** How the steps look: a sheet that is read from the top, with the goals and the way on fixed at its foot. */
export const stepsStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--sb-surface);
    container-type: size;
  }
  * {
    box-sizing: border-box;
  }
  header {
    display: flex;
    align-items: center;
    padding: var(--sb-space-1) var(--sb-space-1) 0 var(--sb-space-4);
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  header p {
    flex: 1;
  }
  svg.lucide {
    width: 1.35em;
    height: 1.35em;
    flex: none;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:focus-visible,
  article:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -2px;
  }
  .plain {
    display: grid;
    place-items: center;
    width: var(--sb-touch);
    height: var(--sb-touch);
    border: 0;
    border-radius: var(--sb-radius);
    background: none;
  }
  .plain:hover {
    background: var(--sb-surface-sunk);
  }
  nav {
    display: flex;
    padding: 0 var(--sb-space-2);
  }
  nav button {
    flex: 1 1 0;
    display: grid;
    place-items: center;
    max-width: 52px;
    min-width: 0;
    height: var(--sb-touch);
    padding: 0;
    border: 0;
    border-radius: var(--sb-radius-s);
    background: none;
  }
  nav i {
    display: grid;
    place-items: center;
    width: min(30px, 100%);
    aspect-ratio: 1;
    border: 2px solid var(--sb-line-strong);
    border-radius: 50%;
    font: 600 0.95rem / 1 var(--sb-font);
    color: var(--sb-ink-quiet);
    transition: background var(--sb-motion);
  }
  nav i svg {
    stroke-width: 3;
  }
  nav button:hover:not([aria-current]) i {
    background: var(--sb-surface-sunk);
  }
  nav .done i {
    border-color: var(--sb-good-soft);
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }
  nav [aria-current] i {
    border-color: var(--sb-board);
    background: var(--sb-board);
    color: var(--sb-on-board);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--sb-board) 22%, transparent);
  }
  article {
    flex: 1;
    min-height: 0;
    padding: var(--sb-space-2) var(--sb-space-4) var(--sb-space-4);
    overflow: auto;
    overflow-wrap: break-word;
    /* A shadow at the foot as long as there is more to read: the sheet's end covers it. */
    background:
      linear-gradient(transparent, var(--sb-surface) 60%) bottom / 100% 32px no-repeat local,
      linear-gradient(transparent, rgb(31 42 36 / 16%)) bottom / 100% 12px no-repeat scroll;
  }
  h2 {
    margin: var(--sb-space-1) 0 var(--sb-space-2);
    font-size: 1.45rem;
    line-height: 1.2;
    text-wrap: balance;
  }
  .text {
    font-size: 1.06rem;
  }
  .text p {
    margin: 0 0 var(--sb-space-3);
  }
  .text strong {
    padding: 0.05em 0.3em;
    border-radius: 5px;
    background: var(--sb-copper-soft);
    font-weight: 650;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .text :is(ul, ol) {
    margin: 0 0 var(--sb-space-3);
    padding-left: 1.3em;
  }
  .text img {
    display: block;
    max-width: 100%;
    height: auto;
    border-radius: var(--sb-radius-s);
  }
  code {
    font: 500 0.95em var(--sb-font-code);
  }
  sb-block-picture {
    margin: 0 0 var(--sb-space-4);
  }
  .hint-button {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
    min-height: var(--sb-touch);
    padding: 0 var(--sb-space-4) 0 var(--sb-space-3);
    border: 1.5px solid var(--sb-copper);
    border-radius: 999px;
    background: none;
    color: var(--sb-copper);
    font-weight: 600;
  }
  .hint-button:hover,
  .hint-button[aria-expanded='true'] {
    background: var(--sb-copper-soft);
  }
  .hint {
    margin-top: var(--sb-space-3);
    padding: var(--sb-space-3) var(--sb-space-4) 1px;
    border-left: 4px solid var(--sb-copper);
    border-radius: var(--sb-radius-s);
    background: var(--sb-copper-soft);
  }
  .hint .text strong {
    background: var(--sb-surface);
  }
  .badge {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-2) var(--sb-space-4);
    background: var(--sb-good-soft);
    color: var(--sb-good);
    font-weight: 650;
  }
  .farewell {
    display: grid;
    justify-items: center;
    gap: var(--sb-space-2);
    margin-top: var(--sb-space-4);
    padding: var(--sb-space-4);
    border: 1.5px solid var(--sb-good);
    border-radius: var(--sb-radius);
    background: var(--sb-good-soft);
    text-align: center;
  }
  .farewell strong {
    color: var(--sb-good);
    font-size: var(--sb-text-l);
  }
  .lamps {
    display: flex;
    gap: 10px;
  }
  .lamps b {
    width: 17px;
    height: 22px;
    border-radius: 50% 50% 22% 22%;
    background: radial-gradient(circle at 40% 30%, #fff, var(--led) 55%);
    box-shadow: 0 0 12px 2px var(--led);
  }
  .lamps :nth-child(1) {
    --led: #ff4d43;
  }
  .lamps :nth-child(2) {
    --led: #ffb52e;
  }
  .lamps :nth-child(3) {
    --led: #3ddc84;
  }
  .lamps :nth-child(4) {
    --led: #57a5ff;
  }
  footer {
    display: grid;
    grid-template-columns: 1fr 1.4fr;
    gap: var(--sb-space-2);
    padding: var(--sb-space-3);
    border-top: 1px solid var(--sb-line);
  }
  .move {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--sb-space-1);
    min-height: var(--sb-touch);
    border: 1.5px solid var(--sb-line-strong);
    border-radius: var(--sb-radius);
    background: var(--sb-surface);
    font-weight: 600;
  }
  .move:hover:not(:disabled) {
    background: var(--sb-surface-sunk);
  }
  .move.next {
    border-color: var(--sb-board);
    color: var(--sb-good);
  }
  .move.inviting:not(:disabled) {
    background: var(--sb-board);
    color: var(--sb-on-board);
  }
  .move:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Little height, as on a tablet or a phone: the reading comes first. */
  @container (max-height: 460px) {
    header {
      position: absolute;
      top: 0;
      right: 0;
      padding: 0;
      background: var(--sb-surface);
    }
    header p {
      position: absolute;
      clip-path: inset(50%);
    }
    nav {
      padding-right: calc(2 * var(--sb-touch));
    }
    h2 {
      margin-top: 0;
      font-size: 1.2rem;
    }
    .text {
      font-size: 1rem;
    }
    article {
      padding: var(--sb-space-1) var(--sb-space-3) var(--sb-space-2);
    }
    footer {
      grid-template-columns: var(--sb-touch) 1fr;
      padding: var(--sb-space-1) var(--sb-space-2);
    }
    footer .move:first-child span {
      display: none;
    }
    .badge {
      padding: 2px var(--sb-space-3);
      font-size: var(--sb-text-s);
    }
    sb-goals {
      --goals-height: 84px;
    }
  }
`;
