/** The class and its teacher on a pupil's desk; loaded when the page is there, or when one of them is needed. */
import './hand-in/hand-in.ts';
import './looking/looked-at.ts';
import './pi-number/my-pi.ts';
import './steering/class-note.ts';
import './steering/eyes-up.ts';
import './steering/hand-button.ts';
