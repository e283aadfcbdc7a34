import { plainNumber, runs } from './look.ts';
import { hint, type Rule } from './rule.ts';

const waits = new Set(['steckbrett_wait', 'steckbrett_buzzer_beep', 'steckbrett_speaker_play']);

/** A wait of no time, or of less. */
export const waitNothing: Rule = ({ blocks }) =>
  blocks.flatMap((block) => {
    const seconds = waits.has(block.type) && runs(block) ? plainNumber(block, 'SECONDS') : undefined;
    if (seconds === undefined || seconds > 0) return [];
    return [
      hint(
        block.id,
        'wait-nothing',
        seconds < 0
          ? 'Weniger als 0 Sekunden gibt es nicht: Hier wird gar nicht gewartet.'
          : 'Bei 0 Sekunden wird gar nicht gewartet. Eine halbe Sekunde ist 0,5.',
        seconds < 0
          ? 'There is no less than 0 seconds: there is no wait here at all.'
          : 'With 0 seconds there is no wait at all. Half a second is 0.5.',
      ),
    ];
  });
