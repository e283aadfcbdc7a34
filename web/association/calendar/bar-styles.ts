import { css } from 'lit';

/** Loans as bars: how each stands by fill, edge and picture. */
export const barStyles = css`
  .bar {
    position: absolute;
    top: 4px;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 6px;
    height: 44px;
    overflow: clip;
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
    -webkit-touch-callout: none;
  }

  .bar.grasp {
    cursor: grab;
  }

  .bar.out.grasp {
    cursor: ew-resize;
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

  /* The words stay in sight while their bar goes on to the left of it, and end before the grip. */
  .words {
    position: sticky;
    left: calc(var(--names) + var(--sb-space-2));
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    overflow: hidden;
  }

  .words span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .words svg {
    flex: none;
  }

  .grasp .words {
    margin-right: 12px;
  }

  .bar.narrow {
    padding-inline: 4px;
  }

  .narrow .words {
    margin-right: 0;
  }

  .narrow .words > span,
  .tiny .words {
    display: none;
  }

  .narrow .grip {
    border-right-width: 3px;
    border-right-style: solid;
  }

  .bar.leaves {
    opacity: 0.45;
  }

  .grip {
    position: absolute;
    inset: 0 0 0 auto;
    width: 14px;
    border-right: 4px double currentcolor;
    cursor: ew-resize;
  }

  .swatch {
    position: static;
    width: 28px;
    height: 22px;
    justify-content: center;
    padding: 0;
    pointer-events: none;
  }
`;
