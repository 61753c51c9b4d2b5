import { commands, type Disposable, FileType, type Tab, TabInputText, type Uri, window, workspace } from 'vscode';
import { commandIds } from '../commands/ids';

/** VS Code hands larger documents to no extension. */
const mostBytes = 50 * 1024 * 1024;
const textFiles = /\.(?:log|out|err|txt|json|jsonl|ndjson)(?:[.-]?\d[\d-]*)?$/i;

/** Offers to scan a file that is opened and is too big for the server, once for each. */
export function offerScanOfBigFiles(): Disposable {
  const offered = new Set<string>();
  const look = (tabs: readonly Tab[]) => {
    for (const { input } of tabs) {
      if (input instanceof TabInputText && input.uri.scheme === 'file' && textFiles.test(input.uri.path)) {
        void offer(input.uri);
      }
    }
  };
  const offer = async (uri: Uri) => {
    if (offered.has(uri.toString()) || !(await isBig(uri)) || offered.has(uri.toString())) {
      return;
    }
    offered.add(uri.toString());
    const scan = 'Scan It';
    const message = 'VS Code does not let extensions read files over 50 MB. API Error Assist can scan it from disk.';
    if ((await window.showInformationMessage(message, scan)) === scan) {
      await commands.executeCommand(commandIds.scan, uri);
    }
  };
  look(window.tabGroups.all.flatMap((group) => group.tabs));
  return window.tabGroups.onDidChangeTabs(({ opened }) => look(opened));
}

async function isBig(uri: Uri): Promise<boolean> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    return size > mostBytes && (type & FileType.File) !== 0;
  } catch {
    // A file that is gone needs no offer.
    return false;
  }
}
