import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SchoolProfile } from '../../../../server/api/contract/lending/schools.ts';
import { controlStyles } from '../../../ui/control-styles.ts';
import { lineIcon } from '../../../ui/line-icons.ts';
import { type SchoolState, schoolState, schoolStateName } from '../school-words.ts';
import { cities } from './cities.ts';
import { laenderPaths } from './laender-paths.ts';
import { mapStyles } from './map-styles.ts';
import { directions, nearest } from './nearest-dot.ts';
import { type Frame, frameOf, germany, type Point, project, zoomed } from './projection.ts';

interface Dot extends Point {
  readonly school: SchoolProfile;
  readonly state: SchoolState;
}

const states: readonly SchoolState[] = ['lent', 'donated', 'none'];
/** Half the side of a dot, in px. */
const dotSize = 7;

/**
 * The schools on a map that is drawn here: no tile of anybody else's is ever asked for. Dots are one stop of the keyboard;
 * arrow keys go to the next one in that direction, Enter chooses.
 *
 * @fires choose with the school's id as `detail`.
 */
@customElement('sb-school-map')
@localized()
export class SchoolMap extends LitElement {
  @property({ attribute: false }) schools: readonly SchoolProfile[] = [];
  /** The id of the chosen school. */
  @property() chosen = '';

  /** What is shown; null: all schools that have a place. */
  @state() private frame: Frame | null = null;
  /** The dot whose name is shown. */
  @state() private named = '';
  /** Height of the drawing in px, from which sizes of dots follow. */
  @state() private height = 360;
  @state() private width = 480;
  @query('svg') private drawing!: SVGSVGElement;

  #paths = laenderPaths();
  #watch: ResizeObserver | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = undefined;
  }

  protected override render() {
    const dots = this.dots;
    const frame = this.fitted(this.frame ?? frameOf(dots));
    // So many units of the plane are one px.
    const unit = frame.height / this.height;
    const without = this.schools.length - dots.length;
    return html`<div class="map">
        <svg
          viewBox="${frame.x} ${frame.y} ${frame.width} ${frame.height}"
          role="group"
          aria-label=${msg('Karte der Schulen')}
          data-test="school-map"
          @keydown=${this.onKey}
        >
          <g aria-hidden="true">
            ${this.#paths.map(({ path }) => svg`<path class="land" d=${path}></path>`)}
            ${cities.map((city) => this.renderCity(city, unit))}
          </g>
          ${[...dots].sort((one, other) => this.rank(one) - this.rank(other)).map((dot) => this.renderDot(dot, unit))}
          ${dots.filter((dot) => this.isNamed(dot)).map((dot) => this.renderName(dot, unit, frame))}
        </svg>
        <div class="zoom">
          <button class="button" type="button" aria-label=${msg('Karte vergrößern')} @click=${() => this.zoom(0.6)}>
            ${lineIcon('plus')}
          </button>
          <button class="button" type="button" aria-label=${msg('Karte verkleinern')} @click=${() => this.zoom(1 / 0.6)}>
            <span aria-hidden="true">−</span>
          </button>
          <button
            class="button"
            type="button"
            aria-label=${msg('Alle Schulen zeigen')}
            @click=${() => {
              this.frame = null;
            }}
          >
            ${lineIcon('maximize')}
          </button>
        </div>
      </div>
      <ul class="legend">
        ${states.map(
          (one) => html`<li>
            <svg viewBox="-10 -10 20 20" aria-hidden="true">${this.mark(one, 1)}</svg>${schoolStateName(one)}
          </li>`,
        )}
        ${without > 0 ? html`<li class="quiet-text" data-test="map-without">${this.withoutPlace(without)}</li>` : nothing}
      </ul>`;
  }

  private withoutPlace(count: number) {
    return count === 1 ? msg('1 Schule ohne Koordinaten') : html`${count} ${msg('Schulen ohne Koordinaten')}`;
  }

  private get dots(): readonly Dot[] {
    return this.schools.flatMap((school) =>
      school.latitude === null || school.longitude === null
        ? []
        : [{ school, state: schoolState(school), ...project(school.longitude, school.latitude) }],
    );
  }

  /** The frame in the proportions of the drawing. */
  private fitted(frame: Frame): Frame {
    const ratio = this.width / this.height;
    const height = Math.max(frame.height, frame.width / ratio);
    const width = height * ratio;
    return {
      x: frame.x - (width - frame.width) / 2,
      y: frame.y - (height - frame.height) / 2,
      width,
      height,
    };
  }

  private isNamed({ school }: Dot): boolean {
    return school.id === this.named || school.id === this.chosen;
  }

  /** What is drawn last lies on top. */
  private rank(dot: Dot): number {
    return (this.isNamed(dot) ? 10 : 0) + (2 - states.indexOf(dot.state));
  }

  private renderDot(dot: Dot, unit: number) {
    const { school, state, x, y } = dot;
    const first = this.chosen || this.dots[0]?.school.id;
    const chosen = school.id === this.chosen;
    return svg`<g
      class="dot"
      role="button"
      tabindex=${school.id === (this.named || first) ? 0 : -1}
      aria-label="${school.name}, ${school.city}: ${schoolStateName(state)}"
      aria-pressed=${chosen}
      data-test="map-dot"
      data-school=${school.id}
      data-state=${state}
      transform="translate(${x} ${y}) scale(${unit})"
      @click=${() => this.choose(school.id)}
      @focus=${() => {
        this.named = school.id;
      }}
      @pointerenter=${() => {
        this.named = school.id;
      }}
      @pointerleave=${() => {
        if (!this.shadowRoot?.activeElement) this.named = '';
      }}
    >
      <circle class="reach" r="16"></circle>
      ${chosen ? svg`<circle class="chosen" r="13"></circle>` : nothing}
      <circle class="focus" r="15"></circle>
      ${this.mark(state, 1)}
    </g>`;
  }

  /** Told apart by shape as well as by colour. */
  private mark(state: SchoolState, scale: number) {
    const size = dotSize * scale;
    if (state === 'lent') return svg`<circle class="mark lent" r=${size}></circle>`;
    if (state === 'donated') {
      return svg`<rect class="mark donated" x=${-size * 0.85} y=${-size * 0.85} width=${size * 1.7} height=${size * 1.7} transform="rotate(45)"></rect>`;
    }
    return svg`<circle class="mark none" r=${size * 0.75}></circle>`;
  }

  private renderCity([name, longitude, latitude, rank]: (typeof cities)[number], unit: number) {
    // From afar only the largest have room.
    if (rank > 1 && unit > 0.6) return nothing;
    const { x, y } = project(longitude, latitude);
    return svg`<g transform="translate(${x} ${y}) scale(${unit})">
      <circle class="city" r="2"></circle>
      <text class="city-name" y="-6" text-anchor="middle">${name}</text>
    </g>`;
  }

  private renderName({ school, x, y }: Dot, unit: number, frame: Frame) {
    const right = x > frame.x + frame.width / 2;
    return svg`<text
      class="name"
      aria-hidden="true"
      transform="translate(${x} ${y}) scale(${unit})"
      x=${right ? -16 : 16}
      y="5"
      text-anchor=${right ? 'end' : 'start'}
    >${school.name}</text>`;
  }

  protected override firstUpdated(): void {
    this.#watch = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.height < 10) return;
      this.height = entry.contentRect.height;
      this.width = entry.contentRect.width;
    });
    this.#watch.observe(this.drawing);
  }

  private zoom(factor: number): void {
    const frame = this.fitted(this.frame ?? frameOf(this.dots));
    const chosen = this.dots.find(({ school }) => school.id === this.chosen);
    const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    const next = zoomed(frame, factor, chosen ?? middle);
    this.frame = next.height >= germany.height ? germany : next;
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }

  private onKey(event: KeyboardEvent): void {
    const dots = this.dots;
    const at = dots.find(({ school }) => school.id === this.named);
    if (!at) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.choose(at.school.id);
      return;
    }
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    const next = nearest(at, dots, direction);
    if (!next) return;
    this.named = next.school.id;
    void this.updateComplete.then(() =>
      this.shadowRoot?.querySelector<SVGGElement>(`[data-school="${CSS.escape(next.school.id)}"]`)?.focus(),
    );
  }

  static override styles = [controlStyles, mapStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-map': SchoolMap;
  }
}
