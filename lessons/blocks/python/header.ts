import { fileNameFor } from './file-name.ts';
import type { PythonProgram } from './python-program.ts';
import { inComment } from './python-text.ts';

/**
 * What the file is, what is wired to what, and how it is started. The title stands in the third line: in the first two
 * Python looks for an encoding, which nobody's title may be.
 */
export function header(program: PythonProgram, title: string): string {
  const rows = [...program.parts].map(([id, label]): [string, string] => [
    inComment(label.replace(/ \([^()]*\)$/, '')) || id,
    pinsOf(id, program),
  ]);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const table = rows.map(([name, pins]) => `  ${name.padEnd(width)}  ->  ${pins}`);
  const packages = [...program.packages].sort();
  const lines = [
    program.says('Aus Blöcken gemacht mit Steckbrett', 'Made from blocks with Steckbrett'),
    '',
    inComment(title).slice(0, 100) || program.says('Mein Programm', 'My program'),
    '',
    ...(table.length > 0 ? [program.says('Verkabelung:', 'Wiring:'), ...table, ''] : []),
    ...(packages.length > 0
      ? [
          program.says('Das braucht es dazu:', 'What it needs:'),
          `  sudo apt install ${packages.join(' ')}`,
          '',
        ]
      : []),
    program.says('So startest du es auf dem Raspberry Pi:', 'How to start it on the Raspberry Pi:'),
    `  python3 ${fileNameFor(title)}`,
    program.says('Mit Strg + C beendest du es.', 'Press Ctrl + C to end it.'),
  ];
  return lines.map((line) => (line === '' ? '#\n' : `# ${line}\n`)).join('');
}

/** Where a part is plugged in. */
function pinsOf(id: string, program: PythonProgram): string {
  const part = program.wiredPart(id);
  if (!part) return program.says('nicht verkabelt', 'not wired');
  const pins = Object.entries(part.pins);
  if (pins.length === 1) return `GPIO ${pins[0]?.[1]}`;
  if (pins.length > 1) return pins.map(([pin, gpio]) => `${pin} GPIO ${gpio}`).join(', ');
  if (part.type === 'strip') return 'GPIO 10 (SPI)';
  const channel = part.options?.channel;
  const at = channel === undefined ? '' : `, ${program.says('Kanal', 'channel')} ${channel}`;
  return part.options?.converter === 'mcp3008' ? `MCP3008 (SPI)${at}` : `I²C (GPIO 2, GPIO 3)${at}`;
}
