import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../collect/class-record.ts';

/** The record of a class that has ended, in a dialog. */
@customElement('sb-record-dialog')
@localized()
export class RecordDialog extends LitElement {
  @state() private classId: string | null = null;

  /** Opens it, unless whoever hears `record-open` from `source` shows the record elsewhere and prevents this. */
  open(source: EventTarget, classId: string): void {
    const asked = new CustomEvent('record-open', {
      detail: classId,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (source.dispatchEvent(asked)) this.classId = classId;
  }

  protected override render() {
    return html`<sb-dialog-frame
      .open=${this.classId !== null}
      .heading=${msg('Bericht der Klasse')}
      @close=${() => {
        this.classId = null;
      }}
    >
      ${this.classId === null ? '' : html`<sb-class-record .classId=${this.classId}></sb-class-record>`}
    </sb-dialog-frame>`;
  }

  static override styles = css`
    :host {
      display: contents;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-record-dialog': RecordDialog;
  }
}
