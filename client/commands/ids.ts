import { linkCommands } from '../../shared/protocol';

/** Every command of the extension, as the manifest lists them. */
export const commandIds = {
  ...linkCommands,
  explain: 'apiErrorAssist.explain',
  previewHandler: 'apiErrorAssist.previewHandler',
  why: 'apiErrorAssist.why',
  scan: 'apiErrorAssist.scan',
  restart: 'apiErrorAssist.restart',
} as const;
