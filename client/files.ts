import { FileSystemError, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReadFileRequest, ReadProjectRequest } from '../shared/protocol';

/** Node and browsers both have it; the type libraries of neither belong in code that both run. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Lets the server read catalog files that it cannot reach itself. Gives the client back. */
export function answerReadFile<Client extends BaseLanguageClient>(client: Client): Client {
  client.onRequest(ReadFileRequest.method, async ({ uri }: ReadFileRequest.Params): Promise<ReadFileRequest.Result> => {
    const file = Uri.parse(uri, true);
    if (!file.path.toLowerCase().endsWith('.json')) {
      throw FileSystemError.NoPermissions(`${uri} is no JSON file`);
    }
    if ((await workspace.fs.stat(file)).size > ReadFileRequest.maxBytes) {
      throw FileSystemError.Unavailable(`${uri} is too large`);
    }
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  });
  return client;
}

/** Lets a server that has no disk, or not this one, read files of the workspace. Gives the client back. */
export function answerReadProject<Client extends BaseLanguageClient>(client: Client): Client {
  client.onRequest(
    ReadProjectRequest.method,
    ({ uris }: ReadProjectRequest.Params): Promise<ReadProjectRequest.Result> =>
      Promise.all(
        uris.map(async (uri, index) => (index < ReadProjectRequest.maxFiles ? projectFile(Uri.parse(uri)) : null)),
      ),
  );
  return client;
}

async function projectFile(file: Uri): Promise<string | null> {
  try {
    const isOfWorkspace = workspace.getWorkspaceFolder(file) !== undefined;
    return isOfWorkspace && (await workspace.fs.stat(file)).size <= ReadProjectRequest.maxBytes
      ? new TextDecoder().decode(await workspace.fs.readFile(file))
      : null;
  } catch {
    // Most of the files that are asked for do not exist.
    return null;
  }
}
