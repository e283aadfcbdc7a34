/** What stands on a printed note. */
export interface Note {
  readonly heading: string;
  /** The large line. */
  readonly sign: string;
  readonly text: string;
  /** Where the sign is typed in. */
  readonly address: string;
}

/** Prints a small note instead of the page, out of a frame that nobody sees. */
export function printNote({ heading, sign, text, address }: Note): void {
  const frame = document.createElement('iframe');
  frame.title = heading;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) {
    frame.remove();
    return;
  }
  const line = (content: string, style: Partial<CSSStyleDeclaration>) => {
    const paragraph = page.createElement('p');
    paragraph.textContent = content;
    Object.assign(paragraph.style, { margin: '0 0 0.5rem', ...style });
    return paragraph;
  };
  Object.assign(page.body.style, { maxWidth: '32rem', fontFamily: 'sans-serif' });
  page.body.append(
    line(heading, { fontSize: '1.5rem', fontWeight: '700' }),
    line(sign, { font: '700 4rem monospace' }),
    line(text, {}),
    line(address, { fontWeight: '700' }),
  );
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}
