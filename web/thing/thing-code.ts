/** The code in the page’s address, `/t/K12` as typed or `/T/K12` as the QR code on the label says it. */
export function codeInAddress(pathname: string): string {
  const [, code = ''] = /^\/t\/([^/]+)/i.exec(pathname) ?? [];
  try {
    return decodeURIComponent(code).slice(0, 64);
  } catch {
    return code.slice(0, 64);
  }
}
