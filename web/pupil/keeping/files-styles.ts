import { css } from 'lit';

export const filesStyles = css`
  .room {
    display: grid;
    gap: var(--sb-space-6);
    padding: var(--sb-space-2);
    border: 2px dashed transparent;
    border-radius: var(--sb-radius);
  }

  .room.over {
    border-color: var(--sb-action);
    background: var(--sb-action-soft);
  }

  section {
    display: grid;
    justify-items: start;
    gap: var(--sb-space-2);
  }

  section > sb-notice,
  sb-block-picture {
    width: 100%;
  }

  sb-block-picture {
    box-sizing: border-box;
    max-height: 40dvh;
    padding: var(--sb-space-3);
    overflow: auto;
    border: 1px solid var(--sb-line);
    border-radius: var(--sb-radius);
    background: var(--sb-paper);
  }

  .button:focus-within {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--sb-space-2);
    width: 100%;
  }

  [role='status']:empty {
    display: none;
  }
`;
