import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Problem } from '../../device/contract/problem.ts';
import '../ui/notice.ts';
import type { TurnView } from '../../server/live/contract/live.ts';
import { problemText } from '../ui/problem-text.ts';
import type { Replacement } from './replaced-work.ts';
import type { RunTarget } from './runs.ts';
import type { SeatSession } from './seat-session.ts';

/** What the banners need to know and may do. */
export interface BannerParts {
  readonly session: SeatSession;
  readonly target: RunTarget;
  /** What went wrong last, until the pupil has read it. */
  readonly problem: Problem | null;
  /** What took the place of the pupil's blocks, which they may have again. */
  readonly replaced: Replacement | null;
  readonly mayUndo: boolean;
  undoReplaced(): void;
  keepReplaced(): void;
  takeVirtual(): void;
  /** Offers the work as a file. */
  takeHome(): void;
  leave(): void;
  /** Gets in the queue for a Pi. */
  queue(): void;
  chooseVersion(): void;
  dismiss(): void;
}

/** What everybody at this desk should know now, the lasting things first. */
export function banners({ session, target, problem, replaced, mayUndo, ...can }: BannerParts) {
  const { pupil, saving } = session;
  return html`${pupil?.class.state === 'ended' ? ended(can) : nothing}${
    pupil?.class.state === 'active' && !session.online ? offline() : nothing
  }${target === 'pi' && pupil?.class.state === 'active' && !pupil.device ? noPi(pupil.turn, can) : nothing}${
    saving?.theirs ? twoVersions(can.chooseVersion) : nothing
  }${replaced ? otherBlocks(replaced, mayUndo, can) : nothing}${
    saving?.setAside
      ? html`<sb-notice tone="info" data-test="set-aside">${problemText(saving.setAside)}
          <button slot="action" type="button" class="small-action" @click=${() => session.read()}>${msg('Alles klar')}</button>
        </sb-notice>`
      : nothing
  }${saving?.refused ? html`<sb-notice tone="problem">${problemText(saving.refused)}</sb-notice>` : nothing}${
    problem
      ? html`<sb-notice tone="problem" data-test="problem"
          >${problemText(problem)}
          <button slot="action" type="button" class="small-action" @click=${can.dismiss}>${msg('Alles klar')}</button>
        </sb-notice>`
      : nothing
  }`;
}

function otherBlocks(
  by: Replacement,
  mayUndo: boolean,
  can: Pick<BannerParts, 'undoReplaced' | 'keepReplaced'>,
) {
  const words = {
    restart: msg('Hier liegen wieder die Blöcke vom Anfang.'),
    version: msg('Hier liegt jetzt die ältere Version.'),
    file: msg('Hier liegen jetzt die Blöcke aus der Datei.'),
    lesson: msg('Deine Lehrkraft hat eine neue Lektion geschickt.'),
    starter: msg('Deine Lehrkraft hat die Blöcke vom Anfang geschickt.'),
    step: msg('Deine Lehrkraft hat diesen Schritt geschickt.'),
  };
  return html`<sb-notice tone="info" data-test="restarted"
    >${words[by]}
    <span slot="action">
      ${mayUndo ? html`<button type="button" class="small-action" data-test="restart-undo" @click=${can.undoReplaced}>${msg('Meine Blöcke zurückholen')}</button>` : nothing}
      ${bySent(by) ? html`<button type="button" class="small-action" data-test="sent-read" @click=${can.keepReplaced}>${msg('Alles klar')}</button>` : nothing}
    </span>
  </sb-notice>`;
}

const bySent = (by: Replacement) => by === 'lesson' || by === 'starter' || by === 'step';

function ended({ takeHome, leave }: Pick<BannerParts, 'leave' | 'takeHome'>) {
  return html`<sb-notice tone="good" class="over" data-test="class-ended"
    ><strong>${msg('Die Stunde ist zu Ende. Danke, dass du dabei warst!')}</strong><br />${msg(
      'Deine Blöcke liegen noch hier, bis du die Seite schließt. Möchtest du sie behalten?',
    )}
    <span slot="action">
      <button type="button" class="small-action" data-test="over-file" @click=${takeHome}>${msg('Als Datei mitnehmen')}</button>
      <button type="button" class="small-action" data-test="over-leave" @click=${leave}>${msg('Fertig')}</button>
    </span>
  </sb-notice>`;
}

function offline() {
  return html`<sb-notice tone="waiting" data-test="offline"
    >${msg('Gerade keine Verbindung. Mach ruhig weiter: Deine Arbeit bleibt auf diesem Gerät und wird nachgereicht.')}</sb-notice
  >`;
}

function noPi(turn: TurnView, { takeVirtual, queue }: Pick<BannerParts, 'takeVirtual' | 'queue'>) {
  const mayQueue = turn.state === 'none' && turn.pis > 0;
  return html`<sb-notice tone="info" data-test="no-device"
    >${
      mayQueue
        ? msg(
            'Alle Pis haben gerade jemanden. Stell dich an: Du kommst sicher dran. Bis dahin hilft der virtuelle Pi.',
          )
        : turn.state === 'waiting'
          ? msg('Du bist angestellt. Probiere es so lange auf dem virtuellen Pi.')
          : msg(
              'Du hast noch keinen Pi. Frag deine Lehrkraft danach, oder probiere es auf dem virtuellen Pi.',
            )
    }
    <span slot="action">
      ${mayQueue ? html`<button type="button" class="small-action" data-test="queue" @click=${queue}>${msg('Anstellen')}</button>` : nothing}
      <button type="button" class="small-action" data-test="take-virtual" @click=${takeVirtual}>${msg('Virtuellen Pi nehmen')}</button>
    </span>
  </sb-notice>`;
}

function twoVersions(choose: () => void) {
  return html`<sb-notice tone="waiting" data-test="two-versions"
    >${msg('Deine Arbeit wurde an zwei Stellen geändert. Nichts ist verloren.')}
    <button slot="action" type="button" class="small-action" @click=${choose}>${msg('Ansehen und wählen')}</button>
  </sb-notice>`;
}
