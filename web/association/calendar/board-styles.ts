import { css } from 'lit';

/** Kits as rows, days as columns; what is special about a day lies behind the rows. */
export const boardStyles = css`
  :host {
    --names: 11rem;
    display: block;
    min-width: 0;
  }

  .board {
    position: relative;
    max-height: max(22rem, calc(100dvh - 21rem));
    overflow: auto;
    isolation: isolate;
  }

  .board.lifted {
    cursor: grabbing;
  }

  .sheet {
    display: grid;
    width: max-content;
    min-width: 100%;
  }

  .rows {
    position: relative;
  }

  .row,
  .group {
    position: absolute;
    right: 0;
    left: 0;
  }

  .row,
  .head-row {
    display: grid;
    grid-template-columns: var(--names) auto;
    border-bottom: 1px solid var(--sb-line);
  }

  .head-row {
    position: sticky;
    top: 0;
    z-index: 4;
    background: var(--sb-surface-sunk);
  }

  .name {
    position: sticky;
    left: 0;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding-inline: var(--sb-space-3);
    border-right: 1px solid var(--sb-line);
    background: var(--sb-surface);
    color: var(--sb-ink);
    text-decoration: none;
  }

  .name b {
    font-family: var(--sb-font-code);
  }

  .name small {
    display: -webkit-box;
    overflow: hidden;
    color: var(--sb-ink-quiet);
    line-height: 1.2;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .head-row .name {
    background: var(--sb-surface-sunk);
  }

  .group {
    display: flex;
    height: 36px;
    border-bottom: 1px solid var(--sb-line);
    background: var(--sb-surface-sunk);
  }

  .group .name {
    max-width: min(30rem, 80vw);
    border-right: none;
    background: none;
    font-size: var(--sb-text-s);
    font-weight: 650;
    white-space: nowrap;
  }

  .line {
    position: relative;
    height: 52px;
  }

  .head-row .line {
    height: calc(30px + var(--lanes) * 24px + 6px);
  }

  .row.lent .line,
  .row.lent .name > * {
    opacity: 0.35;
  }

  .row.goal .line {
    background: color-mix(in srgb, var(--sb-action-soft) 60%, transparent);
  }

  .week {
    position: absolute;
    top: 0;
    bottom: 0;
    padding-block: var(--sb-space-1);
    border-left: 1px solid var(--sb-line-strong);
    font-size: var(--sb-text-s);
    font-weight: 600;
    white-space: nowrap;
  }

  .week span {
    position: sticky;
    left: calc(var(--names) + var(--sb-space-2));
    padding-inline: var(--sb-space-2);
  }

  .special,
  .special-name {
    position: absolute;
    top: calc(28px + var(--lane) * 24px);
    height: 22px;
  }

  .special {
    border-radius: 4px;
    background: var(--sb-copper-soft);
    box-shadow: inset 3px 0 var(--sb-copper);
  }

  /* No room for its name: a mark at the foot, over the coloured days. */
  .special.nameless {
    top: auto;
    bottom: 0;
    height: 5px;
    border-radius: 0;
    background: var(--sb-copper);
    box-shadow: none;
  }

  .special-name {
    overflow: hidden;
    padding-inline: 8px 4px;
    color: var(--sb-copper);
    font-size: var(--sb-text-s);
    line-height: 22px;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
  }

  .behind {
    position: absolute;
    inset: 0 0 0 var(--names);
    z-index: 0;
    pointer-events: none;
  }

  .behind i {
    position: absolute;
    top: 0;
    bottom: 0;
  }

  .weekend {
    background: color-mix(in srgb, var(--sb-line) 35%, transparent);
  }

  .holiday {
    background: color-mix(in srgb, var(--sb-copper-soft) 70%, transparent);
  }

  .today {
    z-index: 1;
    width: 2px;
    background: var(--sb-stop);
  }

  @media (max-width: 48rem) {
    :host {
      --names: 6rem;
    }

    .name {
      flex-wrap: wrap;
      align-content: center;
      gap: 0 var(--sb-space-2);
    }

    .name small {
      -webkit-line-clamp: 1;
    }
  }
`;
