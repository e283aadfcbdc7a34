import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Problem, ProblemError } from '../../../device/contract/problem.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import '../../ui/block-picture.ts';
import { blockPicture } from '../../ui/block-picture.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import '../../ui/notice.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import { filesStyles } from './files-styles.ts';
import { handOut } from './hand-out.ts';
import { countBlocks } from './saved-block.ts';
import { maxFileBytes, type OpenedWork, readWorkFile, writeWorkFile } from './work-file.ts';
import { fileDamaged, fileTooLarge } from './work-file-problems.ts';

/**
 * Work as a file on the pupil's own device: saves it there, and brings it back. Fires `file-opened` with the blocks when
 * the pupil has seen them and wants them.
 */
@customElement('sb-files')
@localized()
export class SbFiles extends LitElement {
  @property({ attribute: false }) lesson: Pick<LessonView, 'id' | 'title'> | null = null;
  /** The work as it stands. */
  @property({ attribute: false }) work: () => Blocks = () => ({});
  @property({ attribute: false }) wiring: Wiring = { parts: [] };

  @state() private opened: OpenedWork | null = null;
  @state() private problem: Problem | null = null;
  @state() private saved = false;
  @state() private over = false;

  /** The file that was chosen last; those before are no longer waited for. */
  private reading = 0;

  override render() {
    return html`<div
      class="room ${this.over ? 'over' : ''}"
      @dragover=${this.onDragOver}
      @dragleave=${() => this.setOver(false)}
      @drop=${this.onDrop}
    >
      ${this.problem ? html`<sb-notice tone="problem" data-test="file-problem">${problemText(this.problem)}</sb-notice>` : nothing}
      ${this.opened ? this.preview(this.opened) : this.choices()}
    </div>`;
  }

  private choices() {
    return html`<section>
        <h3>${msg('Mitnehmen')}</h3>
        <p>${msg('Deine Blöcke kommen als Datei auf dieses Gerät, ohne deinen Namen.')}</p>
        <button type="button" class="button primary" data-test="file-save" @click=${this.save}>${msg('Auf dein Gerät speichern')}</button>
        <p role="status" class="quiet-text">${this.saved ? msg('Die Datei liegt bei deinen Downloads.') : nothing}</p>
      </section>
      <section>
        <h3>${msg('Zurückholen')}</h3>
        <p>${msg('Wähle deine Datei, oder zieh sie hierher. Was jetzt da ist, bleibt in den Versionen.')}</p>
        <label class="button">
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            data-test="file-open"
            @change=${this.onChosen}
          />${msg('Datei öffnen')}
        </label>
      </section>`;
  }

  private preview({ blocks, lessonId }: OpenedWork) {
    const other = lessonId !== null && this.lesson !== null && lessonId !== this.lesson.id;
    const count = countBlocks(blocks);
    return html`<section>
      <h3>${count === 1 ? msg('Ein Block ist in der Datei') : msg(str`${count} Blöcke sind in der Datei`)}</h3>
      ${other ? html`<sb-notice tone="info">${msg('Die Datei ist aus einer anderen Lektion. Vielleicht sind andere Teile angesteckt.')}</sb-notice>` : nothing}
      <sb-block-picture .blocks=${blocks} .wiring=${this.wiring}></sb-block-picture>
      <div class="actions">
        <button type="button" class="button" @click=${this.forget}>${msg('Zurück')}</button>
        <button type="button" class="button primary" data-test="file-take" @click=${this.take}>${msg('Diese Blöcke nehmen')}</button>
      </div>
    </section>`;
  }

  private readonly save = () => {
    this.problem = null;
    const name = `${fileName(this.lesson?.title ?? '')}.steckbrett.json`;
    handOut(name, writeWorkFile(this.work(), this.lesson?.id ?? null));
    this.saved = true;
  };

  private readonly take = () => {
    const { opened } = this;
    this.forget();
    if (opened) this.dispatchEvent(new CustomEvent('file-opened', { detail: opened.blocks }));
  };

  private readonly forget = () => {
    this.reading++;
    this.opened = null;
    this.problem = null;
  };

  private onChosen({ target }: Event): void {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file, mended, may be chosen again.
    if (file) void this.open(file).finally(() => (input.value = ''));
  }

  private onDragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.setOver(true);
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) void this.open(file);
  }

  private setOver(over: boolean): void {
    this.over = over;
  }

  private async open(file: File): Promise<void> {
    this.forget();
    const reading = this.reading;
    try {
      if (file.size > maxFileBytes) throw new ProblemError(fileTooLarge());
      const opened = readWorkFile(await file.text());
      await this.tryOut(opened.blocks);
      if (reading === this.reading) this.opened = opened;
    } catch (thrown) {
      if (reading === this.reading) this.problem = problemOf(thrown);
    }
  }

  /** What Blockly cannot draw must not get into the editor. */
  private async tryOut(blocks: Blocks): Promise<void> {
    try {
      await blockPicture(blocks, this.wiring);
    } catch (cause) {
      throw new ProblemError(fileDamaged(), { cause });
    }
  }

  static override styles = [controlStyles, filesStyles];
}

/** What every system takes as a file's name. */
function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N} _-]+/gu, '')
      .trim()
      .replace(/\s+/g, '-')
      .slice(0, 60) || 'Steckbrett'
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-files': SbFiles;
  }
}
