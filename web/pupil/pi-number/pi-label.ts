import { css, html, nothing } from 'lit';

/** How a Pi's label looks: its number, large, and the square that cameras read. For those who see it, beside words that say the same. */
export function piLabel(number: number | null) {
  const digits = number === null ? '?' : String(number);
  return html`<svg class="pi-label" viewBox="0 0 96 60" aria-hidden="true" focusable="false">
    <rect class="paper" x="1" y="1" width="94" height="58" rx="7"></rect>
    <text class="word" x="10" y="20">Pi</text>
    <text class="digits" x="10" y="50" textLength=${digits.length > 2 ? '42' : nothing} lengthAdjust="spacingAndGlyphs">${digits}</text>
    <g class="square">
      <path d="M60 14h10v10h-10zM76 14h10v10h-10zM60 30h10v10h-10z"></path>
      <path class="dots" d="M63 17h4v4h-4zM79 17h4v4h-4zM63 33h4v4h-4zM76 30h3v3h-3zM82 33h4v4h-4zM77 37h4v4h-4zM60 44h4v3h-4zM67 44h5v3h-5zM76 44h3v3h-3zM82 42h4v5h-4z"></path>
    </g>
  </svg>`;
}

/** Its colours are those of paper, in every scheme. */
export const piLabelStyles = css`
  .pi-label {
    flex: none;
    width: 5.5rem;
    height: auto;
    rotate: -2deg;
    filter: drop-shadow(0 1px 2px rgb(31 42 36 / 30%));
  }
  .pi-label .paper {
    fill: #ffffff;
    stroke: #8c8268;
    stroke-width: 1.5;
  }
  .pi-label text {
    fill: #1f2a24;
    font-family: var(--sb-font);
    font-weight: 700;
  }
  .pi-label .word {
    font-size: 14px;
  }
  .pi-label .digits {
    font-size: 30px;
  }
  .pi-label .square path {
    fill: none;
    stroke: #1f2a24;
    stroke-width: 2;
  }
  .pi-label .square .dots {
    fill: #1f2a24;
    stroke: none;
  }
`;
