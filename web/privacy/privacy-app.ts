import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { tidyCode } from '../pupil/class-code.ts';
import { controlStyles } from '../ui/control-styles.ts';
import '../ui/language-switch.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/logo.ts';
import './class-facts.ts';
import { adultTopics, pupilTopics, type Topic } from './privacy-topics.ts';

/** What is kept, where, how long and who sees it, in plain words; for one class with `?class=CODE`. */
@customElement('sb-privacy-app')
@localized()
export class PrivacyApp extends LitElement {
  private readonly code = tidyCode(new URLSearchParams(location.search).get('class') ?? '');

  protected override render() {
    document.title = `${msg('Was ist gespeichert?')} · Steckbrett`;
    return html`<header>
        <a class="brand" href="/" title=${msg('Zur Startseite')}><sb-logo></sb-logo></a>
        <sb-language-switch></sb-language-switch>
      </header>
      <main>
        <h1>${msg('Was ist gespeichert?')}</h1>
        <p class="lead">
          ${msg('So wenig wie möglich, und nur so lange, wie die Klasse es braucht. Hier steht alles, in einfachen Worten.')}
        </p>
        <sb-class-facts .code=${this.code}></sb-class-facts>
        <div class="topics">${pupilTopics().map((topic) => this.renderTopic(topic))}</div>
        <h2 class="adults">${msg('Für Lehrkräfte und Eltern')}</h2>
        <div class="topics">${adultTopics().map((topic) => this.renderTopic(topic))}</div>
      </main>`;
  }

  private renderTopic({ id, icon, title, points }: Topic) {
    return html`<section class="panel" aria-labelledby=${id} data-test="topic-${id}">
      <span class="picture" aria-hidden="true">${lineIcon(icon)}</span>
      <h3 id=${id}>${title}</h3>
      <ul>
        ${points.map((point) => html`<li>${point}</li>`)}
      </ul>
    </section>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-4);
        min-height: 4.25rem;
        padding: var(--sb-space-2) var(--sb-space-6);
        border-bottom: 1px solid var(--sb-line);
        background: var(--sb-surface);
      }

      .brand {
        display: inline-flex;
        align-items: center;
        min-height: var(--sb-touch);
        color: inherit;
        font-size: 1.25rem;
        text-decoration: none;
      }

      main {
        display: grid;
        gap: var(--sb-space-6);
        max-width: 72rem;
        margin-inline: auto;
        padding: var(--sb-space-8) var(--sb-space-6);
      }

      h1 {
        font-size: var(--sb-text-xxl);
      }

      .lead {
        max-width: 44rem;
        font-size: var(--sb-text-l);
        text-wrap: pretty;
      }

      .topics {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: var(--sb-space-4);
      }

      .topics section {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: start;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-6);
      }

      .picture {
        display: grid;
        place-items: center;
        width: 2.75rem;
        height: 2.75rem;
        border-radius: 50%;
        background: var(--sb-copper-soft);
        color: var(--sb-copper);
      }

      h3 {
        font-size: var(--sb-text-l);
      }

      ul {
        grid-column: 1 / -1;
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding-left: 1.2em;
      }

      li {
        text-wrap: pretty;
      }

      li::marker {
        color: var(--sb-copper);
      }

      .adults {
        margin-top: var(--sb-space-4);
      }

      @media (max-width: 40rem) {
        header {
          padding-inline: var(--sb-space-3);
        }

        main {
          padding: var(--sb-space-4) var(--sb-space-3);
        }

        .topics section {
          padding: var(--sb-space-4);
        }

        h1 {
          font-size: var(--sb-text-xl);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-privacy-app': PrivacyApp;
  }
}
