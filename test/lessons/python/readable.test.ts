import { describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { fileNameFor } from '../../../lessons/blocks/python/generate-python.ts';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { pythonOfSaved } from './lessons.ts';

const python = async (notation: string, wiring: Wiring = camJamEduKit) =>
  (await pythonOfSaved(readBlocks(notation), wiring, { title: 'Ampel' })).text;

/** What comes behind the header. */
const body = async (notation: string, wiring?: Wiring) =>
  (await python(notation, wiring)).replace(/^(#.*\n)*\n+/, '');

const blink = `
steckbrett_start
steckbrett_forever
  steckbrett_led_set PART=red STATE=on
  steckbrett_wait SECONDS: 0.5
  steckbrett_led_set PART=red STATE=off
  steckbrett_wait SECONDS: 0.5`;

describe('Python that a twelve-year-old can read', () => {
  it('says what it is, how it is wired and how it is started; a single stack needs no machinery', async () => {
    expect(await python(blink)).toBe(`# Aus Blöcken gemacht mit Steckbrett
#
# Ampel
#
# Verkabelung:
#   rote LED  ->  GPIO 18
#
# So startest du es auf dem Raspberry Pi:
#   python3 ampel.py
# Mit Strg + C beendest du es.

from gpiozero import LED
from time import sleep

red = LED(18)

while True:
    red.on()
    sleep(0.5)
    red.off()
    sleep(0.5)
`);
  });

  it('speaks English on the English page', async () => {
    const { text } = await pythonOfSaved(readBlocks(blink), camJamEduKit, { language: 'en', title: 'Blink' });
    expect(text).toContain(
      '# Made from blocks with Steckbrett\n#\n# Blink\n#\n# Wiring:\n#   red LED  ->  GPIO 18\n',
    );
    expect(text).toContain('#   python3 blink.py\n# Press Ctrl + C to end it.\n');
  });

  it('makes a function of what happens at a button, and waits for it', async () => {
    const notation = `
steckbrett_when_button PART=button EVENT=pressed
math_change VAR=Zähler DELTA: 1
steckbrett_print VALUE: (text_join ADD0: "Treffer: " ADD1: (variables_get VAR=Zähler))`;
    expect(await body(notation)).toBe(`from gpiozero import Button
from signal import pause

button = Button(25, bounce_time=0.005)

Zähler = 0


def button_pressed():
    global Zähler
    Zähler += 1
    print("Treffer: " + str(Zähler))


button.when_pressed = button_pressed

pause()
`);
  });

  it('calls else-if by its name, and counts with range', async () => {
    const notation = `
steckbrett_start
controls_for VAR=i FROM: 10 TO: 1 BY: 3
  controls_ifelse IF0: (logic_compare OP=EQ A: (variables_get VAR=i) B: 4)
    steckbrett_led_set PART=red STATE=on
  ELSE
    controls_ifelse IF0: (steckbrett_button_pressed PART=button)
      steckbrett_led_set PART=green STATE=on
    ELSE
      steckbrett_led_set PART=amber STATE=on`;
    expect(await body(notation)).toContain(`
for i in range(10, 0, -3):
    if i == 4:
        red.on()
    elif button.is_pressed:
        green.on()
    else:
        amber.on()
`);
  });

  it('gives own blocks their parameters and values', async () => {
    const notation = `
procedures_defreturn NAME=doppelt PARAMS=zahl RETURN: (math_arithmetic OP=MULTIPLY A: (variables_get VAR=zahl) B: 2)

steckbrett_start
steckbrett_print VALUE: (procedures_callreturn NAME=doppelt ARG0: 21)`;
    expect(await body(notation)).toBe(`def doppelt(zahl):
    return zahl * 2


print(doppelt(21))
`);
  });

  it('leaves loose blocks out, and says which part is not wired', async () => {
    const text = await body(
      `
steckbrett_start
steckbrett_led_set PART=lamp STATE=on

steckbrett_led_set PART=green STATE=on`,
    );
    expect(text).toBe('lamp = None  # Dieses Teil ist nicht verkabelt.\n\nlamp.on()\n');
  });

  it('never gives a variable the name of a part, of Python or of gpiozero', async () => {
    const notation = `
steckbrett_start
variables_set VAR=red VALUE: 1
variables_set VAR=print VALUE: 2
variables_set VAR=LED VALUE: 3
steckbrett_led_set PART=red STATE=on`;
    expect(await body(notation)).toContain('red2 = 1\nprint2 = 2\nLED2 = 3\nred.on()\n');
  });

  it.each([
    ['Ampel', 'ampel.py'],
    ['Öl für Käthe & Co.', 'oel_fuer_kaethe_co.py'],
    ['Été', 'ete.py'],
    ['../../etc/passwd', 'etc_passwd.py'],
    ['🐢', 'steckbrett.py'],
    ['x'.repeat(200), `${'x'.repeat(40)}.py`],
  ])('the file of %j is called %s', (title, name) => {
    expect(fileNameFor(title)).toBe(name);
  });
});
