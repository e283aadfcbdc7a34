import type { Page } from 'playwright-core';

/** How a page can look: its language and the colours that the device asks for. */
export interface Look {
  readonly language: 'de' | 'en';
  readonly scheme: 'light' | 'dark';
}

/** Switches a page's language as its own switch does, without a reload. */
export async function speak(page: Page, language: Look['language']): Promise<void> {
  await page.evaluate((wanted) => {
    // The page's switch may lie in a closed menu; another one does the same.
    const own = document.createElement('sb-language-switch');
    document.body.append(own);
    return (own as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete.then(() => {
      own.shadowRoot?.querySelector<HTMLElement>(`[data-test="language-${wanted}"]`)?.click();
      own.remove();
    });
  }, language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

/** The device asks for other colours. */
export async function shine(page: Page, scheme: Look['scheme']): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What moves by itself, through all shadow roots. */
export function movingOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const moving: string[] = [];
    const visit = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        for (const { animationName, transitionProperty } of element.getAnimations() as unknown as {
          animationName?: string;
          transitionProperty?: string;
        }[])
          moving.push(
            `${element.localName}.${element.getAttribute('class')}: ${animationName ?? transitionProperty}`,
          );
      }
    };
    visit(document);
    return moving;
  });
}

/** Every text that a page shows or that a screen reader says, through all shadow roots; the pieces of a sentence by themselves. */
export function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = new Set<string>();
    const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
    const visit = (node: Node) => {
      if (node instanceof Text) words.add(node.data.replace(/\s+/g, ' ').trim());
      if (node instanceof Element) {
        // A programming language is nobody's; and some words stand in their own language on purpose.
        if (node.matches('script, style, noscript, sb-code-text, [lang]:not(html)')) return;
        if (!node.checkVisibility({ visibilityProperty: true })) return;
        for (const name of spoken) words.add(node.getAttribute(name) ?? '');
        for (const child of node.shadowRoot?.childNodes ?? []) visit(child);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.documentElement);
    words.add(document.title);
    words.delete('');
    return [...words];
  });
}
