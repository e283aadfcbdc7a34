import { type Problem, ProblemError, problem } from '../../../device/contract/problem.ts';
import { saveStatus } from '../autosave.ts';
import type { SeatSession } from '../seat-session.ts';

/** How often it is looked, ms. */
const pause = 50;
/** A work that has not arrived by then is not handed in, ms. */
const longest = 15_000;

/**
 * Resolved when the server has all that was built here: what is handed in is what is saved there.
 *
 * @throws ProblemError when it can't get there now, with what the pupil can do.
 */
export async function untilSaved(session: Pick<SeatSession, 'flush' | 'online' | 'saving'>): Promise<void> {
  session.flush();
  const until = performance.now() + longest;
  for (;;) {
    const { saving } = session;
    const status = saving ? saveStatus(saving) : 'saving';
    if (status === 'saved') return;
    if (status === 'conflict') throw new ProblemError(chooseFirst());
    if (status === 'refused' && saving?.refused) throw new ProblemError(saving.refused);
    if (!session.online || performance.now() > until) throw new ProblemError(notThereYet());
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Two versions wait for a choice. */
function chooseFirst(): Problem {
  return problem(
    'choose-first',
    'Von deinem Programm gibt es gerade zwei Fassungen. Wähle zuerst eine aus, dann gib sie ab.',
    'There are two versions of your program right now. Choose one first, then hand it in.',
  );
}

/** The last change is not on the server. */
function notThereYet(): Problem {
  return problem(
    'not-saved-yet',
    'Deine letzte Änderung ist noch nicht beim Server, vielleicht ist das WLAN weg. Warte, bis oben „gespeichert“ steht, und gib dann ab.',
    'Your last change is not on the server yet; perhaps the Wi-Fi is gone. Wait until it says “saved” at the top, then hand it in.',
  );
}
