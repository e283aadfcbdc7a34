import { css } from 'lit';

/** Kits as rows, days as columns; what is special about a day lies behind the rows. */
export const calendarStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--sb-space-4);
  }

  .tools,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--sb-space-3);
  }

  .legend {
    gap: var(--sb-space-4);
    align-items: center;
    font-size: var(--sb-text-s);
  }

  .legend span {
    display: inline-flex;
    align-items: center;
    gap: var(--sb-space-2);
  }

  .tools .field {
    width: 10.5rem;
  }

  .board {
    position: relative;
    max-height: 70vh;
    overflow: auto;
    isolation: isolate;
  }

  .sheet {
    position: relative;
    display: grid;
    width: max-content;
    min-width: 100%;
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
    overflow: hidden;
    color: var(--sb-ink-quiet);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head-row .name {
    background: var(--sb-surface-sunk);
  }

  .line {
    position: relative;
    height: 52px;
  }

  .head-row .line {
    height: 60px;
  }

  .row.lent .line,
  .row.lent .name > * {
    opacity: 0.35;
  }

  .week {
    position: absolute;
    top: 0;
    bottom: 0;
    padding: var(--sb-space-1) var(--sb-space-2);
    border-left: 1px solid var(--sb-line-strong);
    font-size: var(--sb-text-s);
    font-weight: 600;
    white-space: nowrap;
  }

  .special {
    position: absolute;
    top: 28px;
    height: 24px;
    overflow: hidden;
    padding-inline: 4px;
    border-radius: 4px;
    background: var(--sb-copper-soft);
    color: var(--sb-copper);
    font-size: var(--sb-text-s);
    line-height: 24px;
    text-overflow: ellipsis;
    white-space: nowrap;
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

  .bar {
    position: absolute;
    top: 4px;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 6px;
    height: 44px;
    overflow: hidden;
    padding: 0 var(--sb-space-2);
    border: 2px solid var(--edge);
    border-radius: var(--sb-radius-s);
    background: var(--fill);
    color: var(--text);
    font: inherit;
    font-size: var(--sb-text-s);
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
    user-select: none;
  }

  .bar.whole {
    cursor: grab;
    touch-action: none;
  }

  .bar.reserved {
    --fill: var(--sb-action-soft);
    --edge: var(--sb-action);
    --text: var(--sb-action-deep);
    border-style: dashed;
  }

  .bar.packed {
    --fill: var(--sb-waiting-soft);
    --edge: var(--sb-waiting);
    --text: var(--sb-waiting);
  }

  .bar.out {
    --fill: var(--sb-good-soft);
    --edge: var(--sb-good);
    --text: var(--sb-good);
  }

  .bar.overdue {
    --fill: var(--sb-stop-soft);
    --edge: var(--sb-stop);
    --text: var(--sb-stop-deep);
  }

  .bar.over {
    --fill: var(--sb-surface-sunk);
    --edge: var(--sb-line);
    --text: var(--sb-ink-quiet);
  }

  .bar.moving {
    z-index: 3;
    box-shadow: var(--sb-shadow);
  }

  .bar.blocked {
    --fill: var(--sb-stop);
    --edge: var(--sb-stop-deep);
    --text: var(--sb-on-stop);
  }

  .grip {
    position: absolute;
    inset: 0 0 0 auto;
    width: 14px;
    border-right: 4px double currentcolor;
    cursor: ew-resize;
    touch-action: none;
  }

  .swatch {
    position: static;
    width: 28px;
    height: 22px;
    justify-content: center;
    padding: 0;
    pointer-events: none;
  }

  .drafted {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sb-space-3);
    padding: var(--sb-space-3) var(--sb-space-4);
  }

  .drafted p {
    flex: 1;
    min-width: 12rem;
  }

  @media (max-width: 48rem) {
    :host {
      --names: 6rem;
    }
  }

  :host {
    --names: 11rem;
  }
`;
