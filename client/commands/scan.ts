import { ProgressLocation, Uri, window, workspace } from 'vscode';
import { catalogUris } from '../../shared/catalog/location';
import { type ScanProgress, settingsSection } from '../../shared/protocol';
import type { CommandContext } from './context';

/** Scans a file or a folder from disk, of any size, and shows the report. */
export async function scan({ runScan, reports, log }: CommandContext, argument: unknown): Promise<void> {
  if (!runScan) {
    await window.showInformationMessage('Scanning needs a disk, which VS Code in the browser does not have.');
    return;
  }
  const target = argument instanceof Uri ? argument : await pick();
  if (!target) {
    return;
  }
  if (target.scheme !== 'file') {
    await window.showInformationMessage('Only files and folders of a disk can be scanned.');
    return;
  }
  const catalogs = await catalogFiles();
  const title = `Scanning ${workspace.asRelativePath(target)} for API errors`;
  const { report, problems } = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      let shown = 0;
      return runScan(
        target.fsPath,
        catalogs,
        (state) => {
          const done = state.total === undefined ? 0 : (100 * state.bytes) / state.total;
          progress.report({ message: progressText(state), increment: Math.max(0, done - shown) });
          shown = Math.max(shown, done);
        },
        token,
      );
    },
  );
  if (problems !== '') {
    log.warn(problems);
  }
  await reports.show(target, problems === '' ? report : `${report}\nNot everything went well:\n${problems}`);
}

async function pick(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  const items = [
    ...(active?.scheme === 'file' ? [{ label: workspace.asRelativePath(active), uri: active }] : []),
    ...(workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ label: name, description: 'folder', uri })),
    { label: 'File…', canSelectFolders: false },
    { label: 'Folder…', canSelectFolders: true },
  ];
  const choice = await window.showQuickPick(items, { title: 'Scan for API errors' });
  if (!choice || 'uri' in choice) {
    return choice?.uri;
  }
  const { canSelectFolders } = choice;
  return (await window.showOpenDialog({ canSelectFolders, canSelectFiles: !canSelectFolders, openLabel: 'Scan' }))?.[0];
}

/** The user's catalog files that exist. An untrusted workspace names none. */
async function catalogFiles(): Promise<string[]> {
  const names = workspace.getConfiguration(settingsSection).get<unknown>('catalogs');
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString());
  const paths = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  const uris = paths.flatMap((path) => catalogUris(path, folders)).map((uri) => Uri.parse(uri));
  const found = await Promise.allSettled(uris.map((uri) => workspace.fs.stat(uri)));
  return uris
    .filter((uri, index) => uri.scheme === 'file' && found[index]?.status === 'fulfilled')
    .map((uri) => uri.fsPath);
}

function progressText({ bytes, rate, remaining, findings }: ScanProgress): string {
  const left =
    remaining === undefined || !Number.isFinite(remaining) ? '' : `, ${Math.max(1, Math.round(remaining))} s left`;
  return `${Math.round(bytes / 1e6)} MB, ${Math.round(rate / 1e6)} MB/s${left}, ${findings} findings`;
}
