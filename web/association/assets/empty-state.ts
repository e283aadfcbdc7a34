import { css, html, type TemplateResult } from 'lit';

/** What stands where there is nothing yet: a picture, what it would be, and the one next step; style it with `emptyStateStyles`. */
export function emptyState(picture: unknown, words: string, step: unknown): TemplateResult {
  return html`<div class="empty-state" role="status">
    <span class="drawing">${picture}</span>
    <p>${words}</p>
    ${step}
  </div>`;
}

export const emptyStateStyles = css`
  .empty-state {
    display: grid;
    justify-items: center;
    gap: var(--sb-space-4);
    padding: var(--sb-space-8) var(--sb-space-4);
    text-align: center;
    text-wrap: balance;
  }

  .drawing {
    display: grid;
    width: 6rem;
    height: 6rem;
    place-items: center;
    border-radius: 50%;
    background: var(--sb-good-soft);
    color: var(--sb-good);
  }

  .drawing svg.lucide {
    width: 3rem;
    height: 3rem;
    stroke-width: 1.5;
  }
`;
