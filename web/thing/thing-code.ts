/** The code in the page's address, `/t/K12`, as it is on the label. */
export function codeInAddress(pathname: string): string {
  const [, code = ''] = /^\/t\/([^/]+)/.exec(pathname) ?? [];
  try {
    return decodeURIComponent(code).slice(0, 64);
  } catch {
    return code.slice(0, 64);
  }
}
