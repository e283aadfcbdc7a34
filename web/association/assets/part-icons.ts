import { msg } from '@lit/localize';

/** Kit parts that the board can draw, for pictures of counted parts. */
export function partIcons(): { icon: string; name: string }[] {
  return [
    { icon: 'led', name: msg('LED') },
    { icon: 'rgb-led', name: msg('RGB-LED') },
    { icon: 'button', name: msg('Taster') },
    { icon: 'buzzer', name: msg('Summer') },
    { icon: 'motion', name: msg('Bewegungsmelder') },
    { icon: 'distance', name: msg('Abstandssensor') },
    { icon: 'light', name: msg('Lichtsensor') },
    { icon: 'potentiometer', name: msg('Drehregler') },
    { icon: 'servo', name: msg('Servo') },
    { icon: 'motor', name: msg('Motor') },
    { icon: 'lcd', name: msg('LCD-Anzeige') },
    { icon: 'oled', name: msg('OLED-Anzeige') },
    { icon: 'climate', name: msg('Klimasensor') },
  ];
}
