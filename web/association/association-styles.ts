import { css } from 'lit';

/** The association's frame: navigation at the side, on phones at the bottom. */
export const associationStyles = css`
  :host {
    display: block;
  }

  .columns {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: var(--sb-space-6);
    max-width: 120rem;
    padding: var(--sb-space-6);
  }

  @media (max-width: 60rem) {
    .columns {
      grid-template-columns: 5.75rem minmax(0, 1fr);
      gap: var(--sb-space-3);
      padding: var(--sb-space-3);
      padding-left: var(--sb-space-1);
    }
  }

  @media (max-width: 40rem) {
    .columns {
      /* How much of the window's lower end is the bar's: what stands last, or sticks there, is above it. */
      --sb-bar-below: calc(3.75rem + env(safe-area-inset-bottom));
      display: block;
      padding: var(--sb-space-3);
      padding-bottom: calc(var(--sb-bar-below) + var(--sb-space-6));
    }
  }

  @media print {
    sb-account-bar {
      display: none;
    }

    .columns {
      display: block;
      padding: 0;
    }
  }
`;
