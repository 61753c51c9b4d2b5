import { join } from 'node:path';

/**
 * @typedef {object} Context
 * @property {import('../../host/window.mjs').EditorWindow} window
 * @property {string} workspace absolute path of a copy of the sample workspace
 * @property {(name: string) => Promise<void>} picture writes images/<name>.png, when pictures are wanted
 */

/**
 * A scenario in the editor's window.
 * @typedef {object} Scenario
 * @property {string} title
 * @property {(context: Context) => Promise<void>} run rejects when the scenario fails
 */

/**
 * @param {Context} context
 * @param {string} name path in the workspace
 */
export async function openSample({ window, workspace }, name) {
  await window.openFile(join(workspace, name));
}
