/**
 * Who signs in to a demo. The passwords are public on purpose: they open nothing but a demo's data folder,
 * which a real server refuses to open.
 */
export const demoStaff = {
  name: 'Alex Vereinsbüro',
  email: 'verein@demo.example',
  password: 'steckbrett-demo',
} as const;
export const demoTeacher = {
  name: 'Sam Beispiel',
  email: 'schule@demo.example',
  password: 'steckbrett-demo',
} as const;
export const demoSchool = { name: 'Gesamtschule am Steckbrett', city: 'Nierstein' } as const;
export const demoDevices = ['pi-01', 'pi-02', 'pi-03', 'pi-04'] as const;
export const demoClass = { lessonId: 'blink', name: 'Code Week 7b' } as const;
