import type { Badge } from '../../server/live/contract/live.ts';

const ink = '#2b2118';

/** Two eyes, a smile and two cheeks; `x` and `y` are between the eyes, `size` is 1 for eyes 14 px apart. */
function face(x: number, y: number, size = 1): string {
  return `<g transform="translate(${x} ${y}) scale(${size})" fill="${ink}"><ellipse cx="-7" rx="2.4" ry="3.2"/><ellipse cx="7" rx="2.4" ry="3.2"/><circle cx="-6.2" cy="-1.2" r=".9" fill="#fff"/><circle cx="7.8" cy="-1.2" r=".9" fill="#fff"/><path d="M-6 6q6 7 12 0" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linecap="round"/><g fill="#ff7d6e" fill-opacity=".6"><circle cx="-11.5" cy="5" r="2.6"/><circle cx="11.5" cy="5" r="2.6"/></g></g>`;
}

/** The round ground of every badge, with a rim like a medal's. */
function medal(ground: string, rim: string, motif: string): string {
  return `<circle cx="48" cy="48" r="46" fill="${rim}"/><circle cx="48" cy="48" r="41" fill="${ground}"/><path d="M17 34a35 35 0 0 1 24-20" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="4" stroke-linecap="round"/>${motif}`;
}

const star = medal(
  '#2e5fc4',
  '#f0b429',
  `<path d="M48 15.5l9.7 20.6 22.6 2.9-16.6 15.6 4.3 22.4L48 66l-20 11 4.3-22.4L15.7 39l22.6-2.9z" fill="#ffd23f" stroke="#c98a00" stroke-width="2.5" stroke-linejoin="round"/>${face(48, 46)}`,
);

const idea = medal(
  '#bfe8e0',
  '#178074',
  `<g stroke="#e59b00" stroke-width="4" stroke-linecap="round"><path d="M48 10v5M23 20l4 5M73 20l-4 5M13 43h5M83 43h-5"/></g><path d="M48 19a24 24 0 0 0-14 43c3 2.5 4 5 4 8h20c0-3 1-5.5 4-8A24 24 0 0 0 48 19z" fill="#ffe27a" stroke="#c98a00" stroke-width="2.5"/><path d="M38 70h20v5a4 4 0 0 1-4 4h-1a5 5 0 0 1-10 0h-1a4 4 0 0 1-4-4z" fill="#7c8a92" stroke="${ink}" stroke-width="1.5"/><path d="M38 75h20" stroke="${ink}" stroke-width="1.5"/>${face(48, 43)}`,
);

const wiring = medal(
  '#f7dfc8',
  '#96501f',
  `<path d="M27 56C8 54 10 26 25 25M69 56c19-2 17-30 2-31" fill="none" stroke-width="4.5" stroke-linecap="round" stroke="#c0271f"/><path d="M71 25l7-5" stroke="#8c8268" stroke-width="3" stroke-linecap="round"/><path d="M25 25l-7-5" stroke="#8c8268" stroke-width="3" stroke-linecap="round"/><rect x="25" y="33" width="46" height="42" rx="6" fill="#fffdf6" stroke="#8c8268" stroke-width="2.5"/><path d="M29 38.5h38" stroke="#d3423a" stroke-width="2"/><path d="M29 69.5h38" stroke="#2e5fc4" stroke-width="2"/><g fill="#b9b09a"><circle cx="31" cy="64" r="1.5"/><circle cx="65" cy="64" r="1.5"/><circle cx="31" cy="44" r="1.5"/><circle cx="65" cy="44" r="1.5"/></g>${face(48, 50)}<path d="M38 75v8M58 75v8" stroke="#1b6b46" stroke-width="4.5" stroke-linecap="round"/>`,
);

/** A lit LED with legs; `x` is its middle. */
function led(x: number, colour: string, edge: string): string {
  return `<path d="M${x - 6} 68v12M${x + 6} 68v9" stroke="#7c8a92" stroke-width="3" stroke-linecap="round"/><path d="M${x - 14} 64V43a14 14 0 0 1 28 0v21z" fill="${colour}" stroke="${edge}" stroke-width="2.5" stroke-linejoin="round"/><rect x="${x - 17}" y="62" width="34" height="7" rx="3" fill="${edge}"/>${face(x, 45, 0.78)}`;
}

const teamwork = medal(
  '#e6e0f8',
  '#6a4bb0',
  `<path d="M41 66q7 11 14 0" fill="none" stroke="${ink}" stroke-width="3" stroke-linecap="round"/>${led(31, '#ff8a7d', '#b3261e')}${led(65, '#7fdca4', '#1b6b46')}<path d="M48 35c-5-6-9-8-9-13a5 5 0 0 1 9-3 5 5 0 0 1 9 3c0 5-4 7-9 13z" fill="#e8453c" stroke="#a81c14" stroke-width="2" stroke-linejoin="round"/>`,
);

const perseverance = medal(
  '#d9efc8',
  '#4b7d1e',
  `<path d="M16.3 74q31.7-6 63.4 0a41 41 0 0 1-63.4 0z" fill="#8fbf5a"/><path d="M75 73V17" stroke="${ink}" stroke-width="3" stroke-linecap="round"/><path d="M75 18l-18 6 18 7z" fill="#e8453c" stroke="#a81c14" stroke-width="1.5" stroke-linejoin="round"/><path d="M14 73c14 3 36 3 44 0 6-2 8-9 8-17l-8 1c-1 6-4 8-8 8H22c-4 0-7 4-8 8z" fill="#f2c48d" stroke="#96501f" stroke-width="2" stroke-linejoin="round"/><path d="M62 49l-3-9M67 49l4-8" stroke="#96501f" stroke-width="2.5" stroke-linecap="round"/><circle cx="59" cy="39" r="2.6" fill="${ink}"/><circle cx="71" cy="40" r="2.6" fill="${ink}"/><ellipse cx="63" cy="55" rx="9" ry="8" fill="#f2c48d" stroke="#96501f" stroke-width="2"/><path d="M59 57q4 4 8 0" fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round"/><circle cx="35" cy="49" r="19" fill="#ffb52e" stroke="#96501f" stroke-width="2.5"/><path d="M35 49m-4 0a4 4 0 0 1 8 1 8 8 0 0 1-15 2 11 11 0 0 1 19-11 14 14 0 0 1 4 13" fill="none" stroke="#96501f" stroke-width="2.5" stroke-linecap="round"/>`,
);

const helper = medal(
  '#cfe6fb',
  '#1b56c4',
  `<path d="M13.4 70q8.6-6 17.3 0t17.3 0 17.3 0 17.3 0a41 41 0 0 1-69.2 0z" fill="#5aa0e6"/><circle cx="48" cy="47" r="29" fill="#fff" stroke="${ink}" stroke-width="2"/><g fill="#e8453c"><path d="M38 19.8a29 29 0 0 1 20 0l-5 13.5a14.5 14.5 0 0 0-10 0z"/><path d="M38 74.2a29 29 0 0 0 20 0l-5-13.5a14.5 14.5 0 0 1-10 0z"/><path d="M20.8 37a29 29 0 0 0 0 20l13.5-5a14.5 14.5 0 0 1 0-10z"/><path d="M75.2 37a29 29 0 0 1 0 20l-13.5-5a14.5 14.5 0 0 0 0-10z"/></g><circle cx="48" cy="47" r="16" fill="#fff6df" stroke="${ink}" stroke-width="2"/>${face(48, 45, 0.85)}`,
);

/** What is drawn on each badge, 96 by 96 px, with no address, id or class in it: it can stand in any page and file. */
export const badgeDrawings: Readonly<Record<Badge, string>> = {
  star,
  idea,
  wiring,
  teamwork,
  perseverance,
  helper,
};

/** A badge as the text of an SVG that says its word. */
export function badgeSvg(badge: Badge, word: string): string {
  const said = word.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '',
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96" role="img" aria-label="${said}">${badgeDrawings[badge]}</svg>`;
}
