import { msg } from '@lit/localize';

/** Names of pins and values as people say them; a name without a word stands for itself. */
export function partWord(name: string): string {
  const words: Readonly<Record<string, () => string>> = {
    anode: () => msg('langes Bein (+)'),
    red: () => msg('rotes Bein'),
    green: () => msg('grünes Bein'),
    blue: () => msg('blaues Bein'),
    signal: () => msg('Signal'),
    trigger: () => msg('Auslöser (TRIG)'),
    echo: () => msg('Echo (ECHO)'),
    forward: () => msg('vorwärts (IN1)'),
    backward: () => msg('rückwärts (IN2)'),
    enable: () => msg('Tempo (EN)'),
    on: () => msg('eingeschaltet?'),
    pressed: () => msg('gedrückt?'),
    closed: () => msg('geschlossen?'),
    high: () => msg('hoch?'),
    motion: () => msg('Bewegung?'),
    distance: () => msg('Abstand'),
    angle: () => msg('Winkel'),
    power: () => msg('Leistung'),
    hertz: () => msg('Tonhöhe'),
    position: () => msg('Stellung'),
    brightness: () => msg('Helligkeit'),
    temperature: () => msg('Temperatur'),
    humidity: () => msg('Luftfeuchte'),
    pressure: () => msg('Luftdruck'),
    tiltX: () => msg('Neigung links–rechts'),
    tiltY: () => msg('Neigung vor–zurück'),
    colour: () => msg('Farbe'),
  };
  return words[name]?.() ?? name;
}
