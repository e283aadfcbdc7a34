/** Our texts for the parts beyond the basic kit, in German. `%1`, `%2` are the gaps of a block. */
export const partsDe = {
  STECKBRETT_PART_CHANNEL: '%1 (Kanal %2)',
  STECKBRETT_PART_RGB_LED: 'RGB-LED',
  STECKBRETT_PART_STRIP: 'Lichtstreifen',
  STECKBRETT_PART_SPEAKER: 'Lautsprecher',
  STECKBRETT_PART_SERVO: 'Servo',
  STECKBRETT_PART_MOTOR: 'Motor',
  STECKBRETT_PART_SWITCH: 'Schalter',
  STECKBRETT_PART_MOTION: 'Bewegungsmelder',
  STECKBRETT_PART_DISTANCE: 'Abstandssensor',
  STECKBRETT_PART_POTENTIOMETER: 'Drehregler',
  STECKBRETT_PART_LIGHT: 'Lichtsensor',
  STECKBRETT_PART_CLIMATE: 'Wettersensor',
  STECKBRETT_PART_LCD: 'LCD',
  STECKBRETT_PART_OLED: 'OLED',
  STECKBRETT_PART_SENSE_HAT: 'Sense HAT',
  STECKBRETT_PART_OUTPUT_PIN: 'Ausgang',
  STECKBRETT_PART_INPUT_PIN: 'Eingang',

  STECKBRETT_COLOUR_RED: 'Rot',
  STECKBRETT_COLOUR_ORANGE: 'Orange',
  STECKBRETT_COLOUR_YELLOW: 'Gelb',
  STECKBRETT_COLOUR_LIME: 'Hellgrün',
  STECKBRETT_COLOUR_GREEN: 'Grün',
  STECKBRETT_COLOUR_TURQUOISE: 'Türkis',
  STECKBRETT_COLOUR_SKY: 'Hellblau',
  STECKBRETT_COLOUR_BLUE: 'Blau',
  STECKBRETT_COLOUR_PURPLE: 'Lila',
  STECKBRETT_COLOUR_PINK: 'Rosa',
  STECKBRETT_COLOUR_WHITE: 'Weiß',
  STECKBRETT_COLOUR_BLACK: 'Schwarz',
  STECKBRETT_COLOUR_TOOLTIP: 'Eine Farbe. Schwarz heißt bei Lichtern: aus.',
  STECKBRETT_COLOUR_MIX: 'Farbe aus %1 % Rot, %2 % Grün, %3 % Blau',
  STECKBRETT_COLOUR_MIX_TOOLTIP: 'Mischt Licht: 0 ist aus, 100 ist ganz hell. Alles zusammen ergibt Weiß.',
  STECKBRETT_COLOUR_RANDOM: 'Zufallsfarbe',
  STECKBRETT_COLOUR_RANDOM_TOOLTIP: 'Jedes Mal eine andere Farbe.',

  STECKBRETT_RGB_SET: '%1 leuchtet in %2',
  STECKBRETT_RGB_SET_TOOLTIP: 'Die RGB-LED leuchtet in dieser Farbe, bis ein anderer Block sie ändert.',
  STECKBRETT_RGB_OFF: 'schalte %1 aus',
  STECKBRETT_RGB_OFF_TOOLTIP: 'Macht die RGB-LED dunkel.',

  STECKBRETT_STRIP_FILL: 'färbe %1 ganz in %2',
  STECKBRETT_STRIP_FILL_TOOLTIP: 'Alle Lichter des Streifens leuchten in dieser Farbe.',
  STECKBRETT_STRIP_PIXEL: 'färbe Licht %2 von %1 in %3',
  STECKBRETT_STRIP_PIXEL_TOOLTIP:
    'Ein Licht des Streifens leuchtet in dieser Farbe. Das erste Licht, beim Kabel, hat die Nummer 1.',
  STECKBRETT_STRIP_OFF: 'schalte %1 aus',
  STECKBRETT_STRIP_OFF_TOOLTIP: 'Macht alle Lichter des Streifens dunkel.',

  STECKBRETT_SPEAKER_PLAY: '%1 spielt %2 für %3 Sekunden',
  STECKBRETT_SPEAKER_PLAY_TOOLTIP:
    'Spielt einen Ton und ist dann still. Erst danach geht es weiter. In die Lücke passt eine Note oder eine Zahl: 20 bis 5000 Hertz.',
  STECKBRETT_SPEAKER_TONE: '%1 spielt ab jetzt %2 Hertz',
  STECKBRETT_SPEAKER_TONE_TOOLTIP:
    'Spielt einen Ton, bis du ihn ausschaltest. 20 Hertz sind ganz tief, 5000 ganz hoch; in die Lücke passt auch eine Note.',
  STECKBRETT_SPEAKER_OFF: 'schalte %1 aus',
  STECKBRETT_SPEAKER_OFF_TOOLTIP: 'Der Lautsprecher ist still.',
  STECKBRETT_NOTE: 'Note %1',
  STECKBRETT_NOTE_TOOLTIP: 'Eine Note als Zahl: wie oft der Ton in einer Sekunde schwingt (Hertz).',
  STECKBRETT_NOTE_NAMES: 'c cis d dis e f fis g gis a ais h',
  STECKBRETT_NOTE_OCTAVES: '′ ″ ‴',

  STECKBRETT_SERVO_TURN: 'drehe %1 auf %2 °',
  STECKBRETT_SERVO_TURN_TOOLTIP:
    'Der Servo dreht sich zu diesem Winkel, 0 bis 180 Grad. Es geht sofort weiter, während er sich dreht.',
  STECKBRETT_SERVO_TURN_WAIT: 'drehe %1 auf %2 ° und warte',
  STECKBRETT_SERVO_TURN_WAIT_TOOLTIP:
    'Der Servo dreht sich zu diesem Winkel, 0 bis 180 Grad. Es geht weiter, wenn er ungefähr da ist.',
  STECKBRETT_SERVO_OFF: 'lass %1 los',
  STECKBRETT_SERVO_OFF_TOOLTIP: 'Der Servo hält seinen Winkel nicht mehr; du kannst ihn mit der Hand drehen.',
  STECKBRETT_SERVO_ANGLE: 'Winkel von %1 in °',
  STECKBRETT_SERVO_ANGLE_TOOLTIP:
    'Wo der Servo ungefähr steht, 0 bis 180 Grad. Er kann es nicht messen, es ist ausgerechnet.',

  STECKBRETT_MOTOR_RUN: '%1 läuft %2 mit %3 %',
  STECKBRETT_MOTOR_RUN_TOOLTIP:
    'Der Motor läuft, bis du ihn stoppst: 0 steht, 100 ist volle Kraft. Unter etwa 30 brummen viele Motoren nur.',
  STECKBRETT_FORWARD: 'vorwärts',
  STECKBRETT_BACKWARD: 'rückwärts',
  STECKBRETT_MOTOR_STOP: 'stoppe %1',
  STECKBRETT_MOTOR_STOP_TOOLTIP: 'Der Motor bekommt keinen Strom mehr und läuft aus.',

  STECKBRETT_WHEN_SWITCH: 'wenn %1 %2 wird',
  STECKBRETT_WHEN_SWITCH_TOOLTIP: 'Was darunter hängt, läuft bei jedem Schließen oder Öffnen einmal.',
  STECKBRETT_CLOSED: 'geschlossen',
  STECKBRETT_OPENED: 'geöffnet',
  STECKBRETT_SWITCH_CLOSED: '%1 geschlossen?',
  STECKBRETT_SWITCH_CLOSED_TOOLTIP: 'Ist wahr, solange der Schalter geschlossen ist.',

  STECKBRETT_WHEN_MOTION: 'wenn %1 %2 meldet',
  STECKBRETT_WHEN_MOTION_TOOLTIP:
    'Was darunter hängt, läuft einmal, wenn sich etwas bewegt oder wenn wieder Ruhe ist.',
  STECKBRETT_MOVED: 'Bewegung',
  STECKBRETT_STILL: 'Ruhe',
  STECKBRETT_MOTION_SEEN: '%1 meldet Bewegung?',
  STECKBRETT_MOTION_SEEN_TOOLTIP:
    'Ist wahr, solange der Sensor Bewegung meldet; danach bleibt er noch ein paar Sekunden dabei.',

  STECKBRETT_WHEN_DISTANCE: 'wenn bei %1 etwas %2',
  STECKBRETT_WHEN_DISTANCE_TOOLTIP:
    'Was darunter hängt, läuft einmal, wenn etwas nah kommt oder wieder weg ist. Nah heißt: näher als 20 cm, wenn in der Verkabelung nichts anderes steht.',
  STECKBRETT_NEAR: 'nah kommt',
  STECKBRETT_FAR: 'weggeht',
  STECKBRETT_DISTANCE: 'Abstand bei %1 in cm',
  STECKBRETT_DISTANCE_TOOLTIP: 'Wie weit das Nächste weg ist, 2 bis 400 cm. 400 heißt auch: nichts zu sehen.',

  STECKBRETT_WHEN_TURNED: 'wenn %1 gedreht wird',
  STECKBRETT_WHEN_TURNED_TOOLTIP: 'Was darunter hängt, läuft, wenn jemand am Knopf dreht.',
  STECKBRETT_POTENTIOMETER: 'Stellung von %1 in %',
  STECKBRETT_POTENTIOMETER_TOOLTIP: 'Wie weit der Knopf gedreht ist: 0 ist ganz links, 100 ganz rechts.',

  STECKBRETT_WHEN_LIGHT: 'wenn es bei %1 %2 wird',
  STECKBRETT_WHEN_LIGHT_TOOLTIP:
    'Was darunter hängt, läuft, wenn sich die Helligkeit um mehr als 10 % ändert.',
  STECKBRETT_LIGHTER: 'heller',
  STECKBRETT_DARKER: 'dunkler',
  STECKBRETT_BRIGHTNESS: 'Helligkeit bei %1 in %',
  STECKBRETT_BRIGHTNESS_TOOLTIP: 'Wie hell es am Sensor ist: 0 ist dunkel, 100 ganz hell.',

  STECKBRETT_CLIMATE: '%2 von %1',
  STECKBRETT_CLIMATE_TOOLTIP:
    'Was der Sensor misst: −40 bis 85 °C, 0 bis 100 % Feuchte, 300 bis 1100 hPa Druck. Was er nicht messen kann, ist 0.',
  STECKBRETT_TEMPERATURE: 'Temperatur in °C',
  STECKBRETT_HUMIDITY: 'Luftfeuchte in %',
  STECKBRETT_PRESSURE: 'Luftdruck in hPa',

  STECKBRETT_LCD_WRITE: 'schreibe %3 auf %1 in Zeile %2',
  STECKBRETT_LCD_WRITE_TOOLTIP: 'Schreibt in Zeile 1 oder 2. In eine Zeile passen 16 Zeichen.',
  STECKBRETT_LCD_CLEAR: 'leere %1',
  STECKBRETT_LCD_CLEAR_TOOLTIP: 'Löscht alles, was auf der Anzeige steht.',

  STECKBRETT_OLED_WRITE: 'schreibe %3 auf %1 in Zeile %2',
  STECKBRETT_OLED_WRITE_TOOLTIP:
    'Schreibt in eine Zeile von 1 (oben) bis 8 (unten). In eine Zeile passen 21 Zeichen.',
  STECKBRETT_OLED_PIXEL: 'schalte Punkt x %2 y %3 auf %1 %4',
  STECKBRETT_OLED_PIXEL_TOOLTIP:
    'Ein einzelner Punkt: x geht von 0 (links) bis 127 (rechts), y von 0 (oben) bis 63 (unten).',
  STECKBRETT_OLED_CLEAR: 'leere %1',
  STECKBRETT_OLED_CLEAR_TOOLTIP: 'Löscht alles, was auf der Anzeige steht.',

  STECKBRETT_WHEN_JOYSTICK: 'wenn Joystick am %1 %2 gedrückt wird',
  STECKBRETT_WHEN_JOYSTICK_TOOLTIP:
    'Was darunter hängt, läuft bei jeder Bewegung des kleinen Joysticks einmal.',
  STECKBRETT_JOYSTICK_UP: 'nach oben',
  STECKBRETT_JOYSTICK_DOWN: 'nach unten',
  STECKBRETT_JOYSTICK_LEFT: 'nach links',
  STECKBRETT_JOYSTICK_RIGHT: 'nach rechts',
  STECKBRETT_JOYSTICK_PRESSED: 'in der Mitte',
  STECKBRETT_SENSE_FILL: 'färbe %1 ganz in %2',
  STECKBRETT_SENSE_FILL_TOOLTIP: 'Alle 64 Lichter leuchten in dieser Farbe.',
  STECKBRETT_SENSE_PIXEL: 'färbe Spalte %2 Zeile %3 von %1 in %4',
  STECKBRETT_SENSE_PIXEL_TOOLTIP: 'Ein Licht leuchtet. Spalte 1 bis 8 von links, Zeile 1 bis 8 von oben.',
  STECKBRETT_SENSE_LETTER: 'zeige %2 in %3 auf %1',
  STECKBRETT_SENSE_LETTER_TOOLTIP:
    'Zeigt einen Buchstaben oder eine Ziffer; von einem Text das erste Zeichen.',
  STECKBRETT_SENSE_OFF: 'schalte Lichter von %1 aus',
  STECKBRETT_SENSE_OFF_TOOLTIP: 'Macht alle 64 Lichter dunkel.',
  STECKBRETT_SENSE_VALUE: '%2 von %1',
  STECKBRETT_SENSE_VALUE_TOOLTIP:
    'Was das Sense HAT misst. Neigung x: wie weit es nach rechts kippt, y: nach vorn, je −90 bis 90 Grad. Die Temperatur ist zu hoch, weil der Pi darunter warm ist.',
  STECKBRETT_TILT_X: 'Neigung x in °',
  STECKBRETT_TILT_Y: 'Neigung y in °',

  STECKBRETT_PIN_SET: 'schalte %1 %2',
  STECKBRETT_PIN_SET_TOOLTIP: 'An heißt: 3,3 Volt am Pin. Aus heißt: 0 Volt.',
  STECKBRETT_PIN_TOGGLE: 'schalte %1 um',
  STECKBRETT_PIN_TOGGLE_TOOLTIP: 'War der Pin an, geht er aus. War er aus, geht er an.',
  STECKBRETT_PIN_PULSE: 'pulse %1 mit %2 % bei %3 Hertz',
  STECKBRETT_PIN_PULSE_TOOLTIP:
    'Schaltet den Pin schnell an und aus: wie lange er an ist (0 bis 100 %) und wie oft in der Sekunde (1 bis 1000 Hertz).',
  STECKBRETT_WHEN_PIN: 'wenn %1 auf %2 geht',
  STECKBRETT_WHEN_PIN_TOOLTIP:
    'Was darunter hängt, läuft bei jedem Wechsel einmal. HIGH heißt 3,3 Volt, LOW 0 Volt.',
  STECKBRETT_HIGH: 'HIGH',
  STECKBRETT_LOW: 'LOW',
  STECKBRETT_PIN_HIGH: '%1 ist HIGH?',
  STECKBRETT_PIN_HIGH_TOOLTIP: 'Ist wahr, solange am Pin 3,3 Volt anliegen.',

  STECKBRETT_CATEGORY_NETWORK: 'Klassennetz',
  STECKBRETT_PEER_FIRST: 'hallo',
  STECKBRETT_PEER_NEXT: 'den nächsten Pi',
  STECKBRETT_PEER_PREVIOUS: 'den Pi davor',
  STECKBRETT_PEER_ALL: 'alle anderen',
  STECKBRETT_PEER_SEND: 'sende %1 mit %2 an %3',
  STECKBRETT_PEER_SEND_TOOLTIP:
    'Schickt eine Nachricht mit einer Zahl oder einem Text an andere Pis der Klasse, höchstens 10 in der Sekunde. Ihr sitzt im Kreis: Nach dem letzten kommt wieder der erste. Bist du allein, kommt sie zu dir selbst.',
  STECKBRETT_PEER_SEND_PLAIN: 'sende %1 an %2',
  STECKBRETT_PEER_SEND_PLAIN_TOOLTIP:
    'Schickt eine Nachricht an andere Pis der Klasse, höchstens 10 in der Sekunde. Ihr sitzt im Kreis: Nach dem letzten kommt wieder der erste. Bist du allein, kommt sie zu dir selbst.',
  STECKBRETT_WHEN_PEER: 'wenn %1 von einem anderen Pi kommt',
  STECKBRETT_WHEN_PEER_TOOLTIP:
    'Was darunter hängt, läuft jedes Mal, wenn diese Nachricht von einem anderen Pi ankommt.',
  STECKBRETT_PEER_VALUE: 'empfangener Wert',
  STECKBRETT_PEER_VALUE_TOOLTIP:
    'Was in der Nachricht war, die diesen Stapel geweckt hat: eine Zahl oder ein Text. War nichts darin, ist es 0.',
  STECKBRETT_PEER_FROM: 'Absender',
  STECKBRETT_PEER_FROM_TOOLTIP: 'Der Spitzname von dem Platz, der die Nachricht geschickt hat.',
} as const;
