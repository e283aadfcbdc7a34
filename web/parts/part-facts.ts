import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import { partCatalog } from '../../device/parts/catalog.ts';
import { pinOfGpio } from '../../device/parts/header.ts';
import type { InputDefinition, PartDefinition, ValueDefinition } from '../../device/parts/part.ts';
import { language } from '../locales/locale.ts';
import { partWord } from './part-words.ts';

/** A number as people of the language write it, with a true minus. */
const shown = (number: number) =>
  number.toLocaleString(language() === 'de' ? 'de-DE' : 'en-GB').replace('-', '−');

/** What a part is, in numbers: its pins, its buses, what it measures and in which range. */
export function partFacts(part: WiredPart) {
  const definition = partCatalog.get(part.type);
  if (!definition) return nothing;
  const values = Object.entries(definition.values).filter(([, value]) => value.type !== 'text');
  return html`<table class="facts">
    <caption>${msg('Auf einen Blick')}</caption>
    <tbody>
      ${Object.entries(part.pins).map(
        ([name, gpio]) => html`<tr>
          <th scope="row">${partWord(name)}</th>
          <td>GPIO ${gpio} <span class="quiet">(${msg(str`Pin ${pinOfGpio(gpio).pin}`)})</span></td>
        </tr>`,
      )}
      ${busRows(part, definition)}
      ${values.map(
        ([name, value]) => html`<tr><th scope="row">${partWord(name)}</th><td>${rangeOf(value)}</td></tr>`,
      )}
      ${Object.entries(definition.inputs)
        .filter(([name, input]) => input.type === 'number' && !(name in definition.values))
        .map(
          ([name, input]) => html`<tr><th scope="row">${partWord(name)}</th><td>${rangeOf(input)}</td></tr>`,
        )}
    </tbody>
  </table>`;
}

function rangeOf(value: ValueDefinition | Extract<InputDefinition, { type: 'number' }> | InputDefinition) {
  if (value.type !== 'number') return msg('ja oder nein');
  const unit = value.unit === '' ? '' : ` ${value.unit}`;
  const step = 'resolution' in value ? value.resolution : 'step' in value ? value.step : 1;
  const range = msg(str`${shown(value.min)} bis ${shown(value.max)}${unit}`);
  return html`${range} <span class="quiet">(${msg(str`in Schritten von ${shown(step)}`)})</span>`;
}

function busRows(part: WiredPart, definition: PartDefinition) {
  const options = definition.options?.safeParse(part.options ?? {});
  const buses = definition.buses?.(options?.success ? options.data : {}) ?? [];
  // Some parts are several chips on one bus.
  return [...new Set(buses.map(({ bus }) => bus))].map((bus) => {
    const chips = buses.filter((one) => one.bus === bus);
    const addresses = chips.map(({ address }) => `0x${address.toString(16)}`).join(', ');
    const where =
      bus === 'i2c'
        ? html`GPIO 2 (SDA), GPIO 3 (SCL) <span class="quiet">(${msg('Adresse')} ${addresses})</span>`
        : html`GPIO 10 (MOSI), GPIO 11 (SCLK) <span class="quiet">(CE${chips[0]?.address})</span>`;
    const shared = chips.find((chip) => chip.shared)?.shared;
    return html`<tr>
      <th scope="row">${bus === 'i2c' ? 'I²C' : 'SPI'}</th>
      <td>${where}${shared ? html` <span class="quiet">${shared.chip.toUpperCase()}, ${msg('Kanal')} ${shared.channel}</span>` : nothing}</td>
    </tr>`;
  });
}
