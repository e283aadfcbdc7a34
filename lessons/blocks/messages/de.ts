/** Our texts for Blockly, in German, for pupils of 10 to 14 years. `%1`, `%2` are the gaps of a block. */
export const de = {
  STECKBRETT_CATEGORY_EVENTS: 'Start',
  STECKBRETT_CATEGORY_CONTROL: 'Ablauf',
  STECKBRETT_CATEGORY_LIGHT: 'Licht',
  STECKBRETT_CATEGORY_SOUND: 'Ton',
  STECKBRETT_CATEGORY_MOVEMENT: 'Bewegung',
  STECKBRETT_CATEGORY_SENSING: 'Fühlen',
  STECKBRETT_CATEGORY_DISPLAY: 'Anzeige',
  STECKBRETT_CATEGORY_OUTPUT: 'Ausgabe',
  STECKBRETT_CATEGORY_LOGIC: 'Logik',
  STECKBRETT_CATEGORY_MATHS: 'Rechnen',
  STECKBRETT_CATEGORY_TEXT: 'Text',
  STECKBRETT_CATEGORY_LISTS: 'Listen',
  STECKBRETT_CATEGORY_VARIABLES: 'Variablen',
  STECKBRETT_CATEGORY_PROCEDURES: 'Eigene Blöcke',

  STECKBRETT_PART_LABEL: '%1 (GPIO %2)',
  STECKBRETT_PART_LED: 'LED',
  STECKBRETT_PART_LED_RED: 'rote LED',
  STECKBRETT_PART_LED_AMBER: 'gelbe LED',
  STECKBRETT_PART_LED_GREEN: 'grüne LED',
  STECKBRETT_PART_LED_BLUE: 'blaue LED',
  STECKBRETT_PART_LED_WHITE: 'weiße LED',
  STECKBRETT_PART_LED_YELLOW: 'gelbe LED',
  STECKBRETT_PART_BUTTON: 'Taster',
  STECKBRETT_PART_BUZZER: 'Summer',
  STECKBRETT_UNWIRED: '%1 (nicht verkabelt)',
  STECKBRETT_UNWIRED_WARNING:
    '„%1“ ist gerade nicht verkabelt. Stecke das Teil ein oder wähle im Block ein anderes.',
  STECKBRETT_NO_PART: '(kein Teil)',
  STECKBRETT_NO_PART_WARNING: 'Für diesen Block ist noch kein Teil verkabelt.',

  STECKBRETT_ON: 'an',
  STECKBRETT_OFF: 'aus',
  STECKBRETT_PRESSED: 'gedrückt',
  STECKBRETT_RELEASED: 'losgelassen',

  STECKBRETT_START: 'wenn das Programm startet',
  STECKBRETT_START_TOOLTIP:
    'Hier geht es los: Was darunter hängt, läuft, sobald du auf „Start“ drückst. Es darf mehrere davon geben.',
  STECKBRETT_WHEN_BUTTON: 'wenn %1 %2 wird',
  STECKBRETT_WHEN_BUTTON_TOOLTIP:
    'Was darunter hängt, läuft bei jedem Drücken oder Loslassen einmal von oben nach unten.',

  STECKBRETT_EVERY: 'alle %1 Sekunden',
  STECKBRETT_EVERY_TOOLTIP:
    'Was darunter hängt, läuft im Takt: zum ersten Mal nach so vielen Sekunden, dann immer wieder. Dauert es einmal länger, geht es gleich danach weiter.',
  STECKBRETT_WHEN_KEY: 'wenn Taste %1 gedrückt wird',
  STECKBRETT_WHEN_KEY_TOOLTIP:
    'Was darunter hängt, läuft bei jedem Druck auf diese Taste einmal. Die Tasten findest du auch neben deinem Programm.',
  STECKBRETT_KEY_SPACE: 'Leertaste',
  STECKBRETT_KEY_UP: 'Pfeil hoch',
  STECKBRETT_KEY_DOWN: 'Pfeil runter',
  STECKBRETT_KEY_LEFT: 'Pfeil links',
  STECKBRETT_KEY_RIGHT: 'Pfeil rechts',
  STECKBRETT_MESSAGE_FIRST: 'los',
  STECKBRETT_WHEN_MESSAGE: 'wenn Nachricht %1 kommt',
  STECKBRETT_WHEN_MESSAGE_TOOLTIP:
    'Was darunter hängt, läuft jedes Mal, wenn ein anderer Stapel diese Nachricht sendet.',
  STECKBRETT_SEND: 'sende Nachricht %1',
  STECKBRETT_SEND_TOOLTIP:
    'Weckt alle Stapel, die auf diese Nachricht warten. Dieser Stapel läuft gleich weiter.',

  STECKBRETT_WAIT: 'warte %1 Sekunden',
  STECKBRETT_WAIT_TOOLTIP:
    'Hier macht dieser Stapel eine Pause. Eine halbe Sekunde ist 0,5. Andere Stapel laufen weiter.',
  STECKBRETT_FOREVER: 'wiederhole immer',
  STECKBRETT_FOREVER_TOOLTIP: 'Was darin steckt, fängt immer wieder von vorne an, bis du stoppst.',
  STECKBRETT_REPEAT: 'wiederhole %1 mal',
  STECKBRETT_REPEAT_TOOLTIP: 'Was darin steckt, läuft so oft, wie du sagst. Danach geht es darunter weiter.',
  STECKBRETT_WAIT_UNTIL: 'warte, bis %1',
  STECKBRETT_WAIT_UNTIL_TOOLTIP: 'Hier macht dieser Stapel eine Pause, bis stimmt, was in der Lücke steht.',

  STECKBRETT_LED_SET: 'schalte %1 %2',
  STECKBRETT_LED_SET_TOOLTIP:
    'Schaltet die LED an oder aus. So bleibt sie, bis ein anderer Block sie umschaltet.',
  STECKBRETT_LED_TOGGLE: 'schalte %1 um',
  STECKBRETT_LED_TOGGLE_TOOLTIP: 'War die LED an, geht sie aus. War sie aus, geht sie an.',
  STECKBRETT_LED_BRIGHTNESS: 'dimme %1 auf %2 %',
  STECKBRETT_LED_BRIGHTNESS_TOOLTIP: 'Wie hell die LED leuchtet: 0 ist aus, 100 ist ganz hell.',
  STECKBRETT_BUZZER_SET: 'schalte %1 %2',
  STECKBRETT_BUZZER_SET_TOOLTIP: 'Schaltet den Summer an oder aus. Er summt, bis du ihn ausschaltest.',
  STECKBRETT_BUZZER_BEEP: '%1 piepst %2 Sekunden lang',
  STECKBRETT_BUZZER_BEEP_TOOLTIP:
    'Der Summer piepst so lange und ist dann still. Erst danach geht es weiter.',
  STECKBRETT_BUTTON_PRESSED: '%1 gedrückt?',
  STECKBRETT_BUTTON_PRESSED_TOOLTIP:
    'Ist wahr, solange jemand den Taster drückt. Passt in sechseckige Lücken.',

  STECKBRETT_MINMAX: 'die %1 von %2 und %3',
  STECKBRETT_MINMAX_TOOLTIP: 'Vergleicht zwei Zahlen und nimmt die kleinere oder die größere.',
  STECKBRETT_SMALLER: 'kleinere',
  STECKBRETT_LARGER: 'größere',
  STECKBRETT_MAP: 'rechne %1 von %2 bis %3 auf %4 bis %5 um',
  STECKBRETT_MAP_TOOLTIP:
    'Aus einem Wert des einen Bereichs wird der passende Wert des anderen: 50 von 0 bis 100 wird 90 von 0 bis 180.',
  STECKBRETT_TEXT_CONTAINS: '%1 enthält %2?',
  STECKBRETT_TEXT_CONTAINS_TOOLTIP: 'Ist wahr, wenn der zweite Text irgendwo im ersten steht.',
  STECKBRETT_TEXT_TO_NUMBER: 'Zahl aus %1',
  STECKBRETT_TEXT_TO_NUMBER_TOOLTIP:
    'Macht aus einem Text eine Zahl: 3,5 und 3.5 sind dasselbe. Was keine Zahl ist, wird 0.',

  STECKBRETT_PRINT: 'schreibe %1',
  STECKBRETT_PRINT_TOOLTIP: 'Schreibt eine Zeile in die Ausgabe neben deinem Programm.',
} as const;
