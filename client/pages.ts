import { type CancellationToken, commands, type Disposable, Uri, window, workspace } from 'vscode';
import { EntryRequest } from '../shared/protocol';
import { pageEntry, pagePath, pageScheme } from './pageAddress';
import type { Session } from './session';

/** Shows the full text of an entry as a read-only document, rendered where VS Code can render Markdown. */
export class Pages implements Disposable {
  readonly #provider: Disposable;

  constructor(private readonly session: Session) {
    this.#provider = workspace.registerTextDocumentContentProvider(pageScheme, {
      provideTextDocumentContent: (uri, token) => this.#text(uri, token),
    });
  }

  /** Opens the page of an entry, beside the text when there is one so that the error stays in sight. */
  async show(entry: string): Promise<void> {
    const uri = Uri.from({ scheme: pageScheme, path: pagePath(entry) });
    const preview = window.activeTextEditor ? 'markdown.showPreviewToSide' : 'markdown.showPreview';
    try {
      await commands.executeCommand(preview, uri);
    } catch {
      // The Markdown extension can be switched off, and other editors have none.
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
    }
  }

  dispose(): void {
    this.#provider.dispose();
  }

  async #text(uri: Uri, token: CancellationToken): Promise<string> {
    const entry = pageEntry(uri.path);
    const page =
      entry === undefined
        ? null
        : await this.session.request<EntryRequest.Result>(
            EntryRequest.method,
            { entry } satisfies EntryRequest.Params,
            token,
          );
    return page?.markdown ?? 'No catalog has this entry.';
  }
}
