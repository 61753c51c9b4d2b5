import { type CancellationToken, commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import { EntryRequest } from '../shared/protocol';
import { pageEntry, pagePath, pageScheme } from './pageAddress';
import type { Session } from './session';

/** Shows the full text of an entry as a read-only document, rendered where VS Code can render Markdown. */
export class Pages implements Disposable {
  readonly #provider: Disposable;
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  constructor(private readonly session: Session) {
    this.#provider = workspace.registerTextDocumentContentProvider(pageScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri, token) => this.#text(uri, token),
    });
  }

  /** Opens the page of an entry. */
  async show(entry: string): Promise<void> {
    await this.#open(Uri.from({ scheme: pageScheme, path: pagePath(entry) }));
  }

  /** Opens a page with a text of its own. The text stays until a page of the same name replaces it. */
  async showText(name: string, markdown: string): Promise<void> {
    const uri = Uri.from({ scheme: pageScheme, path: `/${name}.md` });
    this.#texts.set(uri.path, markdown);
    this.#changed.fire(uri);
    await this.#open(uri);
  }

  /** Shows a page beside the text when there is one, so that the error stays in sight. */
  async #open(uri: Uri): Promise<void> {
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
    this.#changed.dispose();
  }

  async #text(uri: Uri, token: CancellationToken): Promise<string> {
    const own = this.#texts.get(uri.path);
    if (own !== undefined) {
      return own;
    }
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
