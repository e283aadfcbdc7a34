/** Space above what was brought up, CSS px. */
const headroom = 8;

/** Scrolls a sheet, as far as it can, so that something stands at its top, with what follows it below. */
export function bringUp(sheet: Element | null, wanted: Element | null): void {
  if (!sheet || !wanted) return;
  sheet.scrollTop += wanted.getBoundingClientRect().top - sheet.getBoundingClientRect().top - headroom;
}
