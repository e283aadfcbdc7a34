import type { partsDe } from './parts-de.ts';

/** Our texts for the parts beyond the basic kit, in English; the keys are those of the German ones. */
export const partsEn: Readonly<Record<keyof typeof partsDe, string>> = {
  STECKBRETT_PART_CHANNEL: '%1 (channel %2)',
  STECKBRETT_PART_RGB_LED: 'RGB LED',
  STECKBRETT_PART_STRIP: 'light strip',
  STECKBRETT_PART_SPEAKER: 'speaker',
  STECKBRETT_PART_SERVO: 'servo',
  STECKBRETT_PART_MOTOR: 'motor',
  STECKBRETT_PART_SWITCH: 'switch',
  STECKBRETT_PART_MOTION: 'motion sensor',
  STECKBRETT_PART_DISTANCE: 'distance sensor',
  STECKBRETT_PART_POTENTIOMETER: 'knob',
  STECKBRETT_PART_LIGHT: 'light sensor',
  STECKBRETT_PART_CLIMATE: 'weather sensor',
  STECKBRETT_PART_LCD: 'LCD',
  STECKBRETT_PART_OLED: 'OLED',
  STECKBRETT_PART_SENSE_HAT: 'Sense HAT',
  STECKBRETT_PART_OUTPUT_PIN: 'output',
  STECKBRETT_PART_INPUT_PIN: 'input',

  STECKBRETT_COLOUR_RED: 'red',
  STECKBRETT_COLOUR_ORANGE: 'orange',
  STECKBRETT_COLOUR_YELLOW: 'yellow',
  STECKBRETT_COLOUR_LIME: 'light green',
  STECKBRETT_COLOUR_GREEN: 'green',
  STECKBRETT_COLOUR_TURQUOISE: 'turquoise',
  STECKBRETT_COLOUR_SKY: 'light blue',
  STECKBRETT_COLOUR_BLUE: 'blue',
  STECKBRETT_COLOUR_PURPLE: 'purple',
  STECKBRETT_COLOUR_PINK: 'pink',
  STECKBRETT_COLOUR_WHITE: 'white',
  STECKBRETT_COLOUR_BLACK: 'black',
  STECKBRETT_COLOUR_TOOLTIP: 'A colour. For lights, black means off.',
  STECKBRETT_COLOUR_MIX: 'colour of %1 % red, %2 % green, %3 % blue',
  STECKBRETT_COLOUR_MIX_TOOLTIP: 'Mixes light: 0 is off, 100 is fully bright. All together make white.',
  STECKBRETT_COLOUR_RANDOM: 'random colour',
  STECKBRETT_COLOUR_RANDOM_TOOLTIP: 'Another colour each time.',

  STECKBRETT_RGB_SET: '%1 shines in %2',
  STECKBRETT_RGB_SET_TOOLTIP: 'The RGB LED shines in this colour until another block changes it.',
  STECKBRETT_RGB_OFF: 'turn off %1',
  STECKBRETT_RGB_OFF_TOOLTIP: 'Makes the RGB LED dark.',

  STECKBRETT_STRIP_FILL: 'colour all of %1 in %2',
  STECKBRETT_STRIP_FILL_TOOLTIP: 'All lights of the strip shine in this colour.',
  STECKBRETT_STRIP_PIXEL: 'colour light %2 of %1 in %3',
  STECKBRETT_STRIP_PIXEL_TOOLTIP:
    'One light of the strip shines in this colour. The first one, next to the cable, is number 1.',
  STECKBRETT_STRIP_OFF: 'turn off %1',
  STECKBRETT_STRIP_OFF_TOOLTIP: 'Makes all lights of the strip dark.',

  STECKBRETT_SPEAKER_PLAY: '%1 plays %2 for %3 seconds',
  STECKBRETT_SPEAKER_PLAY_TOOLTIP:
    'Plays a tone, then it is quiet. Only then does the next block run. A note fits into the gap, or a number: 20 to 5000 hertz.',
  STECKBRETT_SPEAKER_TONE: '%1 plays %2 hertz from now on',
  STECKBRETT_SPEAKER_TONE_TOOLTIP:
    'Plays a tone until you turn it off. 20 hertz is very low, 5000 very high; a note fits into the gap too.',
  STECKBRETT_SPEAKER_OFF: 'turn off %1',
  STECKBRETT_SPEAKER_OFF_TOOLTIP: 'The speaker is quiet.',
  STECKBRETT_NOTE: 'note %1',
  STECKBRETT_NOTE_TOOLTIP: 'A note as a number: how often the tone swings in one second (hertz).',
  STECKBRETT_NOTE_NAMES: 'C C♯ D D♯ E F F♯ G G♯ A A♯ B',
  STECKBRETT_NOTE_OCTAVES: '4 5 6',

  STECKBRETT_SERVO_TURN: 'turn %1 to %2 °',
  STECKBRETT_SERVO_TURN_TOOLTIP:
    'The servo turns to this angle, 0 to 180 degrees. The next block runs at once, while it turns.',
  STECKBRETT_SERVO_TURN_WAIT: 'turn %1 to %2 ° and wait',
  STECKBRETT_SERVO_TURN_WAIT_TOOLTIP:
    'The servo turns to this angle, 0 to 180 degrees. The next block runs when it is about there.',
  STECKBRETT_SERVO_OFF: 'let go of %1',
  STECKBRETT_SERVO_OFF_TOOLTIP: 'The servo no longer holds its angle; you can turn it by hand.',
  STECKBRETT_SERVO_ANGLE: 'angle of %1 in °',
  STECKBRETT_SERVO_ANGLE_TOOLTIP:
    'About where the servo stands, 0 to 180 degrees. It can’t measure that; it is worked out.',

  STECKBRETT_MOTOR_RUN: '%1 runs %2 at %3 %',
  STECKBRETT_MOTOR_RUN_TOOLTIP:
    'The motor runs until you stop it: 0 stands still, 100 is full power. Below about 30 many motors only hum.',
  STECKBRETT_FORWARD: 'forwards',
  STECKBRETT_BACKWARD: 'backwards',
  STECKBRETT_MOTOR_STOP: 'stop %1',
  STECKBRETT_MOTOR_STOP_TOOLTIP: 'The motor gets no more current and runs down.',

  STECKBRETT_WHEN_SWITCH: 'when %1 is %2',
  STECKBRETT_WHEN_SWITCH_TOOLTIP: 'What hangs below runs once, each time the switch is closed or opened.',
  STECKBRETT_CLOSED: 'closed',
  STECKBRETT_OPENED: 'opened',
  STECKBRETT_SWITCH_CLOSED: '%1 closed?',
  STECKBRETT_SWITCH_CLOSED_TOOLTIP: 'True while the switch is closed.',

  STECKBRETT_WHEN_MOTION: 'when %1 reports %2',
  STECKBRETT_WHEN_MOTION_TOOLTIP:
    'What hangs below runs once when something moves, or when all is still again.',
  STECKBRETT_MOVED: 'motion',
  STECKBRETT_STILL: 'stillness',
  STECKBRETT_MOTION_SEEN: '%1 reports motion?',
  STECKBRETT_MOTION_SEEN_TOOLTIP:
    'True while the sensor reports motion; it keeps doing so for a few seconds afterwards.',

  STECKBRETT_WHEN_DISTANCE: 'when something %2 at %1',
  STECKBRETT_WHEN_DISTANCE_TOOLTIP:
    'What hangs below runs once when something comes near or is away again. Near is less than 20 cm, unless the wiring says otherwise.',
  STECKBRETT_NEAR: 'comes near',
  STECKBRETT_FAR: 'goes away',
  STECKBRETT_DISTANCE: 'distance at %1 in cm',
  STECKBRETT_DISTANCE_TOOLTIP: 'How far the nearest thing is, 2 to 400 cm. 400 also means: nothing in sight.',

  STECKBRETT_WHEN_TURNED: 'when %1 is turned',
  STECKBRETT_WHEN_TURNED_TOOLTIP: 'What hangs below runs when somebody turns the knob.',
  STECKBRETT_POTENTIOMETER: 'position of %1 in %',
  STECKBRETT_POTENTIOMETER_TOOLTIP: 'How far the knob is turned: 0 is fully left, 100 fully right.',

  STECKBRETT_WHEN_LIGHT: 'when it gets %2 at %1',
  STECKBRETT_WHEN_LIGHT_TOOLTIP: 'What hangs below runs when the brightness changes by more than 10 %.',
  STECKBRETT_LIGHTER: 'lighter',
  STECKBRETT_DARKER: 'darker',
  STECKBRETT_BRIGHTNESS: 'brightness at %1 in %',
  STECKBRETT_BRIGHTNESS_TOOLTIP: 'How bright it is at the sensor: 0 is dark, 100 fully bright.',

  STECKBRETT_CLIMATE: '%2 of %1',
  STECKBRETT_CLIMATE_TOOLTIP:
    'What the sensor measures: −40 to 85 °C, 0 to 100 % humidity, 300 to 1100 hPa pressure. What it can’t measure is 0.',
  STECKBRETT_TEMPERATURE: 'temperature in °C',
  STECKBRETT_HUMIDITY: 'humidity in %',
  STECKBRETT_PRESSURE: 'air pressure in hPa',

  STECKBRETT_LCD_WRITE: 'write %3 on %1 in line %2',
  STECKBRETT_LCD_WRITE_TOOLTIP: 'Writes into line 1 or 2. A line takes 16 letters.',
  STECKBRETT_LCD_CLEAR: 'clear %1',
  STECKBRETT_LCD_CLEAR_TOOLTIP: 'Wipes everything off the display.',

  STECKBRETT_OLED_WRITE: 'write %3 on %1 in line %2',
  STECKBRETT_OLED_WRITE_TOOLTIP: 'Writes into a line from 1 (top) to 8 (bottom). A line takes 21 letters.',
  STECKBRETT_OLED_PIXEL: 'turn dot x %2 y %3 on %1 %4',
  STECKBRETT_OLED_PIXEL_TOOLTIP:
    'A single dot: x goes from 0 (left) to 127 (right), y from 0 (top) to 63 (bottom).',
  STECKBRETT_OLED_CLEAR: 'clear %1',
  STECKBRETT_OLED_CLEAR_TOOLTIP: 'Wipes everything off the display.',

  STECKBRETT_WHEN_JOYSTICK: 'when the joystick on %1 is pushed %2',
  STECKBRETT_WHEN_JOYSTICK_TOOLTIP: 'What hangs below runs once for each move of the little joystick.',
  STECKBRETT_JOYSTICK_UP: 'up',
  STECKBRETT_JOYSTICK_DOWN: 'down',
  STECKBRETT_JOYSTICK_LEFT: 'left',
  STECKBRETT_JOYSTICK_RIGHT: 'right',
  STECKBRETT_JOYSTICK_PRESSED: 'in',
  STECKBRETT_SENSE_FILL: 'colour all of %1 in %2',
  STECKBRETT_SENSE_FILL_TOOLTIP: 'All 64 lights shine in this colour.',
  STECKBRETT_SENSE_PIXEL: 'colour column %2 row %3 of %1 in %4',
  STECKBRETT_SENSE_PIXEL_TOOLTIP: 'One light shines. Columns 1 to 8 from the left, rows 1 to 8 from the top.',
  STECKBRETT_SENSE_LETTER: 'show %2 in %3 on %1',
  STECKBRETT_SENSE_LETTER_TOOLTIP: 'Shows a letter or a digit; of a text, its first sign.',
  STECKBRETT_SENSE_OFF: 'turn off the lights of %1',
  STECKBRETT_SENSE_OFF_TOOLTIP: 'Makes all 64 lights dark.',
  STECKBRETT_SENSE_VALUE: '%2 of %1',
  STECKBRETT_SENSE_VALUE_TOOLTIP:
    'What the Sense HAT measures. Tilt x: how far it tips to the right, y: to the front, −90 to 90 degrees each. The temperature is too high, because the Pi below is warm.',
  STECKBRETT_TILT_X: 'tilt x in °',
  STECKBRETT_TILT_Y: 'tilt y in °',

  STECKBRETT_PIN_SET: 'turn %1 %2',
  STECKBRETT_PIN_SET_TOOLTIP: 'On means 3.3 volts at the pin, off means 0 volts.',
  STECKBRETT_PIN_TOGGLE: 'toggle %1',
  STECKBRETT_PIN_TOGGLE_TOOLTIP: 'If the pin was on, it goes off. If it was off, it goes on.',
  STECKBRETT_PIN_PULSE: 'pulse %1 with %2 % at %3 hertz',
  STECKBRETT_PIN_PULSE_TOOLTIP:
    'Turns the pin on and off quickly: how long it is on (0 to 100 %) and how often in a second (1 to 1000 hertz).',
  STECKBRETT_WHEN_PIN: 'when %1 goes %2',
  STECKBRETT_WHEN_PIN_TOOLTIP:
    'What hangs below runs once for each change. HIGH means 3.3 volts, LOW 0 volts.',
  STECKBRETT_HIGH: 'HIGH',
  STECKBRETT_LOW: 'LOW',
  STECKBRETT_PIN_HIGH: '%1 is HIGH?',
  STECKBRETT_PIN_HIGH_TOOLTIP: 'True while there are 3.3 volts at the pin.',

  STECKBRETT_CATEGORY_NETWORK: 'Class network',
  STECKBRETT_PEER_FIRST: 'hello',
  STECKBRETT_PEER_NEXT: 'the next Pi',
  STECKBRETT_PEER_PREVIOUS: 'the Pi before',
  STECKBRETT_PEER_ALL: 'all others',
  STECKBRETT_PEER_SEND: 'send %1 with %2 to %3',
  STECKBRETT_PEER_SEND_TOOLTIP:
    'Sends a message with a number or a text to other Pis of the class, at most 10 a second. You sit in a circle: after the last comes the first again. If you are alone, it comes to yourself.',
  STECKBRETT_PEER_SEND_PLAIN: 'send %1 to %2',
  STECKBRETT_PEER_SEND_PLAIN_TOOLTIP:
    'Sends a message to other Pis of the class, at most 10 a second. You sit in a circle: after the last comes the first again. If you are alone, it comes to yourself.',
  STECKBRETT_WHEN_PEER: 'when %1 comes from another Pi',
  STECKBRETT_WHEN_PEER_TOOLTIP: 'What hangs below runs each time this message arrives from another Pi.',
  STECKBRETT_PEER_VALUE: 'received value',
  STECKBRETT_PEER_VALUE_TOOLTIP:
    'What was in the message that woke this stack: a number or a text. If there was nothing in it, it is 0.',
  STECKBRETT_PEER_FROM: 'sender',
  STECKBRETT_PEER_FROM_TOOLTIP: 'The nickname of the seat that sent the message.',
};
