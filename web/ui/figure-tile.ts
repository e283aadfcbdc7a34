import { css, html } from 'lit';

/** A figure with its name under it. */
export function figureTile(figure: number | string, name: string, test = '') {
  return html`<div class="tile" data-test=${test}>
    <span class="figure">${figure}</span><span class="what">${name}</span>
  </div>`;
}

export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: var(--sb-space-3);
  }

  .tile {
    display: grid;
    align-content: start;
    gap: var(--sb-space-1);
    padding: var(--sb-space-3) var(--sb-space-4);
    border-radius: var(--sb-radius);
    background: var(--sb-good-soft);
    color: var(--sb-ink);
    text-decoration: none;
  }

  .tile .figure {
    color: var(--sb-good);
    font-size: var(--sb-text-xl);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.1;
  }

  .tile .what {
    color: var(--sb-ink-quiet);
    font-size: var(--sb-text-s);
  }
`;
