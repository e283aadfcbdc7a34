import { css } from 'lit';

export const assetDetailStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--sb-space-4);
  }

  .back {
    display: none;
    justify-self: start;
  }

  article,
  .block {
    display: grid;
    gap: var(--sb-space-4);
    padding: var(--sb-space-4) var(--sb-space-6);
  }

  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--sb-space-4);
  }

  .large {
    width: 4.5rem;
    height: 4.5rem;
  }

  .large svg.lucide {
    width: 2.5rem;
    height: 2.5rem;
  }

  .big {
    font-size: var(--sb-text-l);
  }

  h2 {
    margin-top: var(--sb-space-1);
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: var(--sb-text-m);
  }

  dl {
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: var(--sb-space-3) var(--sb-space-4);
  }

  dd a {
    color: var(--sb-action);
  }

  .warning {
    display: flex;
    align-items: center;
    gap: var(--sb-space-3);
    padding: var(--sb-space-2) var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-waiting-soft);
    color: var(--sb-ink);
  }

  .warning svg.lucide {
    flex: none;
    color: var(--sb-waiting);
  }

  .remark {
    padding: var(--sb-space-3);
    border-radius: var(--sb-radius-s);
    background: var(--sb-surface-sunk);
    white-space: pre-line;
  }

  .block .asset {
    padding-inline: 0;
  }

  .deeper {
    margin-left: 2.5rem;
    border-left: 2px solid var(--sb-line);
    padding-left: var(--sb-space-3);
  }

  @media (max-width: 62rem) {
    .back {
      display: inline-flex;
    }
  }
`;
