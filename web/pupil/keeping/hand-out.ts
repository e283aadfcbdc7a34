/** Gives the person at this page a file, where their browser puts downloads. */
export function handOut(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this, and some take their time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
