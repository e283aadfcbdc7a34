import { msg } from '@lit/localize';

/** What each tab shows, by its name in the address: things of a kind, or something of its own. */
export const tabs = {
  kits: { kind: 'kit', name: () => msg('Kits') },
  boxes: { kind: 'box', name: () => msg('Kisten') },
  devices: { kind: 'device', name: () => msg('Geräte') },
  parts: { kind: 'part', name: () => msg('Teile') },
  consumables: { kind: null, name: () => msg('Verbrauch') },
  templates: { kind: null, name: () => msg('Vorlagen') },
} as const;
export type Tab = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as Tab[];

/** The tab that an address names, and what is looked for in it; null: it names a thing, or nothing. */
export function tabWithText(item: string): { tab: Tab; text: string } | null {
  const [name = '', ...rest] = item.split('/');
  const tab = tabNames.find((one) => one === name);
  return tab ? { tab, text: rest.join('/') } : null;
}
