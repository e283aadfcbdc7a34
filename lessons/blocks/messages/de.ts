/** Our texts for Blockly, in German, for pupils of 10 to 14 years. `%1`, `%2` are the gaps of a block. */
export const de = {
  STECKBRETT_CATEGORY_EVENTS: 'Start',
  STECKBRETT_CATEGORY_CONTROL: 'Ablauf',
  STECKBRETT_CATEGORY_LIGHT: 'Licht',
  STECKBRETT_CATEGORY_SOUND: 'Ton',
  STECKBRETT_CATEGORY_SENSING: 'Fühlen',
  STECKBRETT_CATEGORY_OUTPUT: 'Ausgabe',
  STECKBRETT_CATEGORY_LOGIC: 'Logik',
  STECKBRETT_CATEGORY_MATHS: 'Rechnen',
  STECKBRETT_CATEGORY_TEXT: 'Text',
  STECKBRETT_CATEGORY_VARIABLES: 'Variablen',

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

  STECKBRETT_WAIT: 'warte %1 Sekunden',
  STECKBRETT_WAIT_TOOLTIP:
    'Hier macht dieser Stapel eine Pause. Eine halbe Sekunde schreibst du mit Punkt: 0.5. Andere Stapel laufen weiter.',
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
  STECKBRETT_BUZZER_SET: 'schalte %1 %2',
  STECKBRETT_BUZZER_SET_TOOLTIP: 'Schaltet den Summer an oder aus. Er summt, bis du ihn ausschaltest.',
  STECKBRETT_BUZZER_BEEP: '%1 piepst %2 Sekunden lang',
  STECKBRETT_BUZZER_BEEP_TOOLTIP:
    'Der Summer piepst so lange und ist dann still. Erst danach geht es weiter.',
  STECKBRETT_BUTTON_PRESSED: '%1 gedrückt?',
  STECKBRETT_BUTTON_PRESSED_TOOLTIP:
    'Ist wahr, solange jemand den Taster drückt. Passt in sechseckige Lücken.',
  STECKBRETT_PRINT: 'schreibe %1',
  STECKBRETT_PRINT_TOOLTIP: 'Schreibt eine Zeile in die Ausgabe neben deinem Programm.',
} as const;
