import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';
import type { SaveStatus } from './autosave.ts';

const iconOf: Record<SaveStatus, LineIcon> = {
  saved: 'cloud-check',
  saving: 'cloud-upload',
  offline: 'cloud-off',
  conflict: 'triangle-alert',
  refused: 'triangle-alert',
  forgetful: 'triangle-alert',
};

/** Where the work is kept, in a few words. */
@customElement('sb-saved-state')
@localized()
export class SbSavedState extends LitElement {
  @property() status: SaveStatus = 'saved';

  override render() {
    const words = this.words();
    return html`<span role="status" data-test="saved-state" data-state=${this.status} title=${words.long}>
      ${lineIcon(iconOf[this.status])} <b>${words.short}</b>
    </span>`;
  }

  private words(): { short: string; long: string } {
    switch (this.status) {
      case 'saved':
        return { short: msg('gespeichert'), long: msg('Deine Arbeit ist gespeichert.') };
      case 'saving':
        return { short: msg('speichert …'), long: msg('Deine Arbeit wird gespeichert.') };
      case 'offline':
        return { short: msg('offline'), long: msg('Offline: auf diesem Gerät gespeichert.') };
      case 'conflict':
        return {
          short: msg('bitte wählen'),
          long: msg('Es gibt zwei Fassungen deiner Arbeit. Bitte wähle eine.'),
        };
      case 'forgetful':
        return {
          short: msg('nicht gesichert'),
          long: msg(
            'Dieser Browser merkt sich nichts: Lass die Seite offen, bis deine Arbeit wieder beim Server ist.',
          ),
        };
      case 'refused':
        return {
          short: msg('nur hier'),
          long: msg('Auf diesem Gerät gespeichert. Der Server nimmt die Arbeit gerade nicht an.'),
        };
    }
  }

  static override styles = css`
    :host {
      display: inline-flex;
    }
    span {
      display: inline-flex;
      align-items: center;
      gap: var(--sb-space-1);
      min-width: 7.2rem;
      padding: 0 var(--sb-space-2);
      color: var(--sb-ink-quiet);
      font-size: var(--sb-text-s);
      white-space: nowrap;
    }
    b {
      font-weight: 500;
    }
    svg {
      width: 1.4em;
      height: 1.4em;
      flex: none;
    }
    [data-state="saved"] svg {
      color: var(--sb-good);
    }
    [data-state="offline"],
    [data-state="conflict"],
    [data-state="refused"],
    [data-state="forgetful"] {
      color: var(--sb-waiting);
    }
    /* Where the bar is full, a cloud says that all is well; what is not well keeps its words. */
    @media (min-width: 1240px) and (max-width: 1399px) {
      span:is([data-state="saved"], [data-state="saving"]) {
        min-width: 0;
      }
      :is([data-state="saved"], [data-state="saving"]) b {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @media (max-width: 599px) {
      span {
        min-width: 0;
      }
      b {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-saved-state': SbSavedState;
  }
}
