const key = 'steckbrett.note-read';

/** Whether this tab's pupil has put the note away. */
export function wasRead(noteId: string): boolean {
  try {
    return sessionStorage.getItem(key) === noteId;
  } catch {
    return false;
  }
}

/** The pupil has put the note away; a new one is shown again. */
export function rememberRead(noteId: string): void {
  try {
    sessionStorage.setItem(key, noteId);
  } catch {
    // A browser without room for it shows the note again after a reload.
  }
}
