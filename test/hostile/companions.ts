/** What tests put beside a hostile program, or after it. */

/** The red LED's pin, which {@link lamp} and {@link blink} use. */
export const lampGpio = 18;
/** The green LED's pin, which {@link heartbeat} uses. */
export const heartbeatGpio = 24;

/** Before a program: lights the red LED, so that the program is seen to run, and its stop to be obeyed. */
export const lamp = "$do('red', 'on');\n";

/** After a program: a stack that shows by the green LED that the others leave it its turns. */
export const heartbeat = `
;$on('start', {}, 'heart', function* () { for (;;) { $do('green', 'toggle'); yield* $wait(0.02); } });`;

/** A normal program: blinks once and is done. */
export const blink = `$on('start', {}, 'hat', function* () {
  $b = 'on'; $do('red', 'on');
  $b = 'wait'; yield* $wait(0.01);
  $b = 'off'; $do('red', 'off');
});`;
