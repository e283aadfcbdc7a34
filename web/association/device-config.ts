import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../ui/copy-text.ts';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { commandLine, configFileName, configText } from './config-file.ts';

/** A new Pi's file, shown this once, and what to type on the Pi. */
@customElement('sb-device-config')
@localized()
export class DeviceConfig extends LitElement {
  @property({ attribute: false }) config!: AgentConfigView;

  protected override render() {
    const file = configFileName(this.config);
    return html`<p class="once">
        ${msg('Diese Datei enthält das Passwort des Geräts und wird nur dieses eine Mal gezeigt. Laden Sie sie jetzt herunter.')}
      </p>
      <ol>
        <li>
          <p>${msg(str`Kopieren Sie die Datei ${file} auf den Pi, in den Ordner von Steckbrett.`)}</p>
          <pre data-test="add-device-config" tabindex="0" aria-label=${file}>${configText(this.config)}</pre>
          <button class="button" type="button" data-test="add-device-download" @click=${this.download}>
            ${lineIcon('download')}${msg(str`${file} herunterladen`)}
          </button>
        </li>
        <li>
          <p>${msg('Tippen Sie dort diese Zeile ein. Der Pi erscheint dann von selbst in der Flotte.')}</p>
          <sb-copy-text .text=${commandLine(this.config)} label=${msg('Befehl für den Pi')}></sb-copy-text>
        </li>
      </ol>`;
  }

  private download(): void {
    const address = URL.createObjectURL(new Blob([configText(this.config)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = configFileName(this.config);
    link.click();
    // The browser takes the file after this turn.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  static override styles = [
    controlStyles,
    css`
      .once {
        padding: var(--sb-space-3);
        border-left: 4px solid var(--sb-waiting);
        border-radius: var(--sb-radius-s);
        background: var(--sb-waiting-soft);
      }

      ol {
        display: grid;
        gap: var(--sb-space-4);
        padding-left: 1.4em;
      }

      pre {
        margin: var(--sb-space-2) 0;
        padding: var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
        font: var(--sb-text-s) / 1.5 var(--sb-font-code);
        overflow-x: auto;
      }

      sb-copy-text {
        margin-top: var(--sb-space-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-device-config': DeviceConfig;
  }
}
