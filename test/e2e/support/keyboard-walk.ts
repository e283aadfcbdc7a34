import type { Page } from 'playwright-core';

/** What a walk through a page by Tab has shown. */
export interface Walk {
  /** Controls that Tab came to. */
  readonly stops: number;
  /** Controls that can be seen and used, and that Tab never came to. */
  readonly missed: readonly string[];
  /** Controls that look the same with the focus and without. */
  readonly unseen: readonly string[];
}

/** So many stops have no page. */
const most = 250;

/** Walks through what is open on a page by Tab alone, once round. Blockly's inside has its own keys and is one stop. */
export async function walk(page: Page): Promise<Walk> {
  await page.evaluate(install);
  const unseen = new Set<string>();
  let stops = 0;
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, seen, again } = await page.evaluate(() => window.keyboardWalk.look());
    if (name) stops += 1;
    if (name && !seen) unseen.add(name);
    if (again) break;
  }
  return { stops, missed: await page.evaluate(() => window.keyboardWalk.missed()), unseen: [...unseen] };
}

interface Walker {
  look(): { name: string; seen: boolean; again: boolean };
  missed(): string[];
}

declare global {
  interface Window {
    keyboardWalk: Walker;
  }
}

/** Runs in the page. */
function install(): void {
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  /** Of these, one has the Tab stop and arrows lead to the others. */
  const groups =
    '[role="tablist"], [role="radiogroup"], [role="listbox"], [role="toolbar"], [role="menu"], [role="grid"]';
  const reached = new Set<Element>();
  let rounds = 0;

  const nameOf = (element: Element): string => {
    const { host } = element.getRootNode() as ShadowRoot;
    const words = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 30);
    const own = `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className}` : ''} "${words}"`;
    return host ? `${host.localName} › ${own}` : own;
  };
  const active = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body ? null : element;
  };
  const look = (element: Element): string => {
    const around = element.closest('label') ?? element.parentElement;
    return [element, around, ...element.children]
      .filter((one) => one !== null)
      .map((one) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, stroke } =
          getComputedStyle(one);
        return [
          outlineStyle === 'none' ? '' : outlineWidth,
          boxShadow,
          borderColor,
          backgroundColor,
          stroke,
        ].join();
      })
      .join('|');
  };
  /** A date has a Tab stop for each of its parts and its calendar. */
  const partsOfDate = new Map<Element, number>();
  const inside = (element: Element): boolean => {
    if (!element.matches('input[type="date"], input[type="time"], input[type="datetime-local"]'))
      return false;
    const visits = (partsOfDate.get(element) ?? 0) + 1;
    partsOfDate.set(element, visits);
    return visits <= 7;
  };
  const inBlockly = (element: Element) => element.closest('.injectionDiv, .blocklyWidgetDiv') !== null;

  const walker: Walker = {
    look() {
      const element = active();
      if (!element) {
        rounds += 1;
        return { name: '', seen: true, again: rounds > 1 };
      }
      if (reached.has(element) && inside(element)) return { name: '', seen: true, again: false };
      const again = reached.has(element);
      reached.add(element);
      if (again || inBlockly(element)) return { name: '', seen: true, again: again && !inBlockly(element) };
      const focused = look(element);
      const { host } = element.getRootNode() as ShadowRoot;
      (element as HTMLElement).blur();
      const alone = look(element);
      (element as HTMLElement).focus();
      return {
        name: nameOf(element),
        seen: focused !== alone || Boolean(host?.matches(':focus-visible')),
        again,
      };
    },
    missed() {
      const missed: string[] = [];
      const modal = (root: ParentNode): Element | null => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('dialog:modal')) return element;
          const inside = element.shadowRoot && modal(element.shadowRoot);
          if (inside) return inside;
        }
        return null;
      };
      const visit = (node: Element | ShadowRoot) => {
        if (node instanceof Element) {
          if (node.matches('[inert], .injectionDiv') || !node.checkVisibility({ visibilityProperty: true }))
            return;
          if (node.matches(controls) && !node.matches(':disabled, [tabindex="-1"]') && !reached.has(node)) {
            const group = node.closest(groups);
            // The browser's own radios are such a group, too.
            const radio = node.matches('input[type="radio"]');
            if (!group && !radio) missed.push(nameOf(node));
          }
          const tabless = node.matches('button[tabindex="-1"]:not(:disabled), a[tabindex="-1"]');
          if (tabless && !node.closest(groups)) missed.push(`${nameOf(node)} (tabindex -1)`);
        }
        const inside =
          node instanceof HTMLSlotElement
            ? node.assignedElements()
            : node instanceof Element && node.shadowRoot
              ? [node.shadowRoot]
              : node.children;
        for (const child of inside) visit(child);
      };
      visit(modal(document) ?? document.body);
      return missed;
    },
  };
  window.keyboardWalk = walker;
}
