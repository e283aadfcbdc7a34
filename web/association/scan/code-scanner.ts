import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Camera, type CameraRefusal, cameraPossible } from './camera.ts';
import { KeyScanner } from './key-scanner.ts';
import { readLabel } from './read-label.ts';
import { RepeatGuard } from './repeat-guard.ts';
import { ScanSignals, type SignalWay } from './scan-signals.ts';
import { scannerStyles } from './scanner-styles.ts';

/**
 * Reads labels: by the camera, by a hardware scanner, or typed. Fires `code` (`CustomEvent<string>`) with `K12`, or with
 * all that a label says when it is none of ours; many may come in a row. Whoever takes it and finds it odd says
 * `preventDefault`: then it sounds so.
 */
@customElement('sb-code-scanner')
@localized()
export class CodeScanner extends LitElement {
  /** What should be scanned, over the field; empty: the usual words. */
  @property() hint = '';
  /** Takes nothing in for now. */
  @property({ type: Boolean }) disabled = false;

  @state() private camera: Camera | null = null;
  @state() private refusal: CameraRefusal | null = null;
  @state() private torch = false;
  @state() private last = '';
  @query('video') private video!: HTMLVideoElement;
  @query('input') private field!: HTMLInputElement;
  readonly #guard = new RepeatGuard();
  readonly #signals = new ScanSignals();

  constructor() {
    super();
    new KeyScanner(this, (text) => this.tell(text));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
    this.#signals.stop();
  }

  /** Into the field, where a code can be typed. */
  override focus(): void {
    this.field?.focus();
  }

  protected override render() {
    return html`<form @submit=${this.onTyped}>
        <div class="line">
          <label for="code">${this.hint || msg('Etikett scannen oder Code tippen')}</label>
          ${this.renderSignal('sound', msg('Ton'))}
          ${this.#signals.canTremble ? this.renderSignal('vibration', msg('Vibration')) : nothing}
        </div>
        <div class="line">
          <input
            id="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            enterkeyhint="done"
            placeholder="K12"
            ?disabled=${this.disabled}
            data-test="scan-field"
          />
          <button class="button" ?disabled=${this.disabled} aria-label=${msg('Code übernehmen')} data-test="scan-go">
            ${lineIcon('check')}
          </button>
          ${this.camera ? nothing : this.renderOpen()}
        </div>
      </form>
      ${this.camera ? this.renderCamera() : nothing} ${this.refusal ? this.renderRefusal(this.refusal) : nothing}
      <p class="visually-hidden" role="status">${this.last}</p>`;
  }

  private renderSignal(way: SignalWay, label: string) {
    const on = this.#signals.wants(way);
    const [yes, no] =
      way === 'sound' ? (['volume-2', 'volume-off'] as const) : (['vibrate', 'vibrate-off'] as const);
    return html`<button
      class="button quiet signal"
      type="button"
      aria-label=${label}
      title=${label}
      aria-pressed=${on}
      data-test=${`scan-${way}`}
      @click=${() => {
        this.#signals.set(way, !on);
        this.requestUpdate();
      }}
    >
      ${lendingIcon(on ? yes : no)}
    </button>`;
  }

  private renderOpen() {
    return html`<button
      class="button primary"
      type="button"
      ?disabled=${this.disabled}
      data-test="scan-camera"
      @click=${this.open}
    >
      ${lendingIcon('camera')}<span>${msg('Kamera')}</span>
    </button>`;
  }

  private renderCamera() {
    return html`<div class="camera" data-test="scan-picture">
      <video muted playsinline aria-label=${msg('Bild der Kamera')}></video>
      <div class="aim" aria-hidden="true"></div>
      ${this.last ? html`<p class="last" aria-hidden="true">${lineIcon('check')}${this.last}</p>` : nothing}
      <div class="tools">
        ${
          this.camera?.torch
            ? html`<button class="button" type="button" aria-pressed=${this.torch} @click=${this.light}>
                ${lineIcon('lightbulb')}${msg('Licht')}
              </button>`
            : nothing
        }
        <button class="button" type="button" data-test="scan-close" @click=${this.close}>
          ${lineIcon('x')}${msg('Kamera aus')}
        </button>
      </div>
    </div>`;
  }

  private renderRefusal(refusal: CameraRefusal) {
    return html`<p class="refusal" role="status" data-test="scan-refusal">${lineIcon('circle-alert')}<span>${refusalWords(refusal)}</span></p>`;
  }

  private async open(): Promise<void> {
    this.refusal = null;
    const camera = await Camera.open();
    if (typeof camera === 'string') {
      this.refusal = camera;
      this.field.focus();
      return;
    }
    if (!this.isConnected) return camera.stop();
    this.camera = camera;
    await this.updateComplete;
    await camera.watch(this.video, (text) => {
      if (this.#guard.counts(text, performance.now())) this.tell(text);
    });
  }

  private readonly close = () => {
    this.camera?.stop();
    this.camera = null;
    this.torch = false;
  };

  private async light(): Promise<void> {
    this.torch = !this.torch;
    await this.camera?.light(this.torch).catch(() => {
      this.torch = false;
    });
  }

  private onTyped(event: Event): void {
    event.preventDefault();
    const text = this.field.value;
    this.field.value = '';
    this.field.focus();
    this.tell(text);
  }

  private tell(text: string): void {
    if (this.disabled || text.trim() === '') return;
    const code = readLabel(text, location.origin);
    this.last = code;
    const fine = this.dispatchEvent(new CustomEvent('code', { detail: code, cancelable: true }));
    this.#signals.give(fine ? 'good' : 'odd');
  }

  static override styles = [controlStyles, scannerStyles];
}

function refusalWords(refusal: CameraRefusal): string {
  switch (refusal) {
    case 'insecure':
      return msg(
        'Über diese Adresse gibt der Browser die Kamera nicht frei, dafür braucht es https. Tippen Sie den Code, oder nehmen Sie die Kamera-App des Handys: Sie öffnet das Ding von selbst.',
      );
    case 'denied':
      return msg(
        'Der Browser darf die Kamera nicht benutzen. Erlauben Sie es in der Adresszeile, oder tippen Sie den Code.',
      );
    case 'missing':
      return cameraPossible()
        ? msg('Hier ist keine Kamera frei. Tippen Sie den Code, oder nehmen Sie einen Handscanner.')
        : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-code-scanner': CodeScanner;
  }
}
