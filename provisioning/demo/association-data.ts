/**
 * A small association that lends: three invented schools near Mainz, kits with 21 Pis for 42 pupils at one, four at that of the demo
 * class, thirty with touch screens donated to the third, and a kit on the shelf.
 */

export const demoAssociation = {
  name: 'Digital-Werkstatt Rheinhessen e. V.',
  address: 'Am Steckplatz 3',
  zip: '55116',
  city: 'Mainz',
  email: 'verein@demo.example',
  phone: '06131 000000',
  representative: 'Alex Vereinsbüro',
} as const;

/** What the schools are, by the part they play; places are rounded, names invented. */
export const demoSchools = {
  class: {
    address: 'Schulstraße 1',
    zip: '55283',
    land: 'RP',
    type: 'comprehensive',
    typeRaw: 'IGS',
    latitude: 49.87,
    longitude: 8.34,
    contacts: [
      { name: 'Sam Beispiel', duty: 'Informatik', email: 'schule@demo.example', phone: '06133 000000' },
    ],
  },
  lent: {
    name: 'Gymnasium am Rheinbogen',
    city: 'Oppenheim',
    address: 'Uferweg 12',
    zip: '55276',
    land: 'RP',
    type: 'grammar',
    typeRaw: 'GY',
    latitude: 49.85,
    longitude: 8.36,
    contacts: [
      { name: 'Kim Muster', duty: 'MINT-Leitung', email: 'mint@demo.example', phone: '06133 000001' },
    ],
  },
  donated: {
    name: 'Realschule plus Selzbogen',
    city: 'Alzey',
    address: 'Weinstraße 7',
    zip: '55232',
    land: 'RP',
    type: 'secondary',
    typeRaw: 'RS+',
    latitude: 49.75,
    longitude: 8.11,
    contacts: [
      { name: 'Robin Probe', duty: 'Technik', email: 'technik@demo.example', phone: '06731 000000' },
    ],
  },
} as const;

export const demoPlaces = { shelf: 'Lager Mainz' } as const;

export const demoSponsors = {
  bank: {
    name: 'Stiftung der Rheinbank',
    website: 'https://rheinbank.example',
    thanks: 'Mit 21 Raspberry Pis haben Sie zwei Schulklassen das Löten der ersten Ideen ermöglicht. Danke!',
  },
  foundation: {
    name: 'Zukunftsstiftung Reben & Rechner',
    website: 'https://reben-rechner.example',
    thanks: 'Dreißig Pis mit Bildschirm bleiben für immer an der Schule. Dafür danken wir Ihnen herzlich!',
  },
} as const;

/** Counted parts of a place for two pupils; `perDevice` of each belong to a Pi. */
export const demoParts = [
  { name: 'LED rot', icon: 'led', unitCents: 10, stock: 120, minimum: 40, perDevice: 2 },
  { name: 'LED gelb', icon: 'led', unitCents: 10, stock: 80, minimum: 40, perDevice: 1 },
  { name: 'LED grün', icon: 'led', unitCents: 10, stock: 35, minimum: 40, perDevice: 1 },
  { name: 'Widerstand 330 Ω', icon: 'resistor', unitCents: 3, stock: 400, minimum: 100, perDevice: 4 },
  { name: 'Taster', icon: 'button', unitCents: 25, stock: 60, minimum: 20, perDevice: 1 },
  { name: 'Summer', icon: 'buzzer', unitCents: 90, stock: 24, minimum: 10, perDevice: 1 },
  { name: 'Steckbrett', icon: 'breadboard', unitCents: 220, stock: 12, minimum: 6, perDevice: 1 },
  { name: 'Kabel mit Buchse', icon: 'wire', unitCents: 12, stock: 300, minimum: 100, perDevice: 10 },
] as const;

/** The kits: how many Pis each has, and what becomes of it. */
export const demoKits = [
  { name: 'Kit Fuchs', devices: 4, goesTo: 'class' },
  { name: 'Kit Otter', devices: 7, goesTo: 'lent' },
  { name: 'Kit Biber', devices: 7, goesTo: 'lent' },
  { name: 'Kit Dachs', devices: 7, goesTo: 'lent' },
  { name: 'Kit Igel', devices: 5, goesTo: 'shelf' },
  { name: 'Touch-Klassensatz', devices: 30, goesTo: 'donated' },
] as const;

export const demoModels = {
  kit: 'Raspberry Pi 4 Model B',
  touch: 'Raspberry Pi 5 mit Touchdisplay',
} as const;
