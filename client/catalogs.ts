import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';
import { catalogUris } from '../shared/catalog/location';
import { settingsSection } from '../shared/protocol';
import type { Session } from './session';

/**
 * Watches the user's catalog files and tells the server about changes, as `workspace/didChangeWatchedFiles`. The
 * library's own option for this takes its files once and for all; these follow the setting and the folders.
 */
export function watchCatalogs(session: Session): Disposable {
  let watchers = watchAll(session);
  const renew = () => {
    watchers.dispose();
    watchers = watchAll(session);
  };
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.catalogs`)) {
        renew();
      }
    }),
    workspace.onDidChangeWorkspaceFolders(renew),
    workspace.onDidGrantWorkspaceTrust(renew),
    {
      dispose: () => {
        watchers.dispose();
      },
    },
  );
}

function watchAll(session: Session): Disposable {
  const paths = workspace.getConfiguration(settingsSection).get<unknown>('catalogs');
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString());
  const uris = texts(paths).flatMap((path) => catalogUris(path, folders));
  return Disposable.from(...[...new Set(uris)].map((uri) => watch(session, Uri.parse(uri))));
}

/** Settings files hold anything, whatever the manifest says. */
function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function watch(session: Session, file: Uri): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(file, '..'), globOf(file)));
  const tell = (type: FileChangeType) => async (uri: Uri) => {
    const changes = [{ uri: uri.toString(), type }];
    await session.notify(DidChangeWatchedFilesNotification.method, { changes });
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(tell(FileChangeType.Created)),
    watcher.onDidChange(tell(FileChangeType.Changed)),
    watcher.onDidDelete(tell(FileChangeType.Deleted)),
  );
}

/** The file's name as a pattern. A name with a pattern's characters in it matches the whole folder: that is harmless. */
function globOf(file: Uri): string {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return /[*?{}[\]]/.test(name) ? '*' : name;
}
