import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';

/** Number of lights that fly. */
const lights = { step: 16, lesson: 44 } as const;
/** The kit's LEDs, and a blue one. */
const colours = ['#ff4d43', '#ffb52e', '#3ddc84', '#57a5ff'] as const;
/** Angle between two lights that never lets them line up, rad. */
const goldenAngle = 2.4;

/**
 * LEDs that fly up once from the bottom edge and are gone within 1.5 s. They lie over what is there without catching
 * the mouse; without motion there is nothing.
 */
@customElement('sb-celebration')
export class SbCelebration extends LitElement {
  @property() of: 'step' | 'lesson' = 'step';

  override render() {
    const count = lights[this.of];
    return Array.from({ length: count }, (_, index) => {
      const share = (index + 0.5) / count;
      const turn = index * goldenAngle;
      const high = this.of === 'lesson' ? 380 : 190;
      return html`<i
        style=${styleMap({
          left: `${8 + 84 * share}%`,
          '--led': colours[index % colours.length],
          '--x': `${Math.round(46 * Math.sin(turn))}px`,
          '--y': `${Math.round(-high * (0.45 + 0.55 * Math.abs(Math.cos(turn))))}px`,
          '--turn': `${Math.round(140 * Math.sin(turn * 2))}deg`,
          'animation-delay': `${Math.round(180 * Math.abs(Math.sin(turn * 3)))}ms`,
        })}
      ></i>`;
    });
  }

  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      z-index: 1;
      overflow: hidden;
      pointer-events: none;
    }
    i {
      position: absolute;
      bottom: -20px;
      width: 11px;
      height: 15px;
      border-radius: 50% 50% 22% 22%;
      background: radial-gradient(circle at 40% 30%, #fff, var(--led) 55%);
      box-shadow: 0 0 9px 2px var(--led);
      opacity: 0;
      animation: fly 1.25s cubic-bezier(0.15, 0.7, 0.4, 1) both;
    }
    @keyframes fly {
      0% {
        transform: none;
        opacity: 1;
      }
      70% {
        opacity: 1;
      }
      100% {
        transform: translate(var(--x), var(--y)) rotate(var(--turn));
        opacity: 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host {
        display: none;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-celebration': SbCelebration;
  }
}
