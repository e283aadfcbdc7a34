import { css } from 'lit';

/** How a program looks that is read: places are counted in lines and in digits' widths, so that boxes lie under text. */
export const codeTextStyles = css`
  :host {
    --high: 1.6em;
    --numbers: 3ch;
    display: block;
    min-height: 0;
    overflow: hidden;
    background: var(--sb-surface);
  }

  .text {
    position: relative;
    box-sizing: border-box;
    height: 100%;
    overflow: auto;
    padding: var(--sb-space-2) 0;
    color: var(--sb-ink);
    font: 400 0.875rem / var(--high) var(--sb-font-code);
    line-height: var(--high);
    font-variant-ligatures: none;
    tab-size: 4;
    cursor: text;
  }

  .text:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: -3px;
  }

  .line {
    position: relative;
    width: max-content;
    min-width: 100%;
    min-height: var(--high);
    box-sizing: border-box;
    padding: 0 var(--sb-space-3) 0 calc(var(--numbers) + 1.5ch);
    white-space: pre;
  }

  /* What is out of sight costs nothing. */
  .long > .line {
    contain-intrinsic-height: var(--high);
    content-visibility: auto;
  }

  .count {
    position: absolute;
    left: 0;
    width: var(--numbers);
    color: var(--sb-ink-quiet);
    text-align: right;
    user-select: none;
  }

  .under {
    position: absolute;
    top: var(--sb-space-2);
    left: calc(var(--numbers) + 1.5ch);
    right: 0;
  }

  .box {
    position: absolute;
    top: calc(var(--line) * var(--high));
    left: calc(var(--from) * 1ch - 3px);
    box-sizing: border-box;
    width: calc((var(--to) - var(--from)) * 1ch + 6px);
    height: var(--high);
    border-radius: 4px;
  }

  /* A block with others in it: its first line, and a bar as long as it is. */
  .tall::after {
    content: '';
    position: absolute;
    top: 0;
    left: -3px;
    width: 3px;
    height: calc(var(--lines) * var(--high));
    border-radius: 2px;
    background: var(--edge);
  }

  .selected {
    --edge: var(--sb-action);
    background: var(--sb-action-soft);
    outline: 1.5px solid var(--sb-action);
  }

  .glowing {
    --edge: var(--sb-glow);
    background: color-mix(in srgb, var(--sb-glow) 38%, transparent);
    box-shadow: 0 0 8px var(--sb-glow);
  }

  .here {
    display: none;
    position: absolute;
    top: calc(var(--line) * var(--high));
    right: 0;
    left: calc(-1 * (var(--numbers) + 1.5ch));
    height: var(--high);
    border-left: 4px solid var(--sb-action);
  }

  .text:focus-visible .here {
    display: block;
  }

  .keyword,
  .literal {
    color: var(--sb-action);
    font-weight: 600;
  }

  .string {
    color: var(--sb-good);
  }

  .number {
    color: var(--sb-copper);
  }

  .comment {
    color: var(--sb-ink-quiet);
    font-style: italic;
  }

  .title {
    color: var(--sb-ink);
    font-weight: 600;
  }
`;
