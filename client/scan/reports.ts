import { type Disposable, DocumentLink, languages, Range, Uri, window, workspace } from 'vscode';
import { placesOf } from './places';

/** Scheme of the read-only documents that show the report of a scan. */
const reportScheme = 'api-error-assist-scan';

/** Shows reports of scans. Each place in them is a link that opens the file there, also a file over 50 MB. */
export class ScanReports implements Disposable {
  readonly #registrations: readonly Disposable[];
  readonly #reports = new Map<string, { readonly text: string; readonly root: string }>();
  #count = 0;

  constructor() {
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(reportScheme, {
        provideTextDocumentContent: (uri) => this.#reports.get(uri.path)?.text,
      }),
      languages.registerDocumentLinkProvider(
        { scheme: reportScheme },
        {
          provideDocumentLinks: (document) =>
            placesOf(document.getText(), this.#reports.get(document.uri.path)?.root ?? '').map((place) => {
              const range = new Range(document.positionAt(place.start), document.positionAt(place.end));
              const fragment = `L${place.line + 1},${place.character + 1}`;
              return new DocumentLink(range, Uri.file(place.path).with({ fragment }));
            }),
        },
      ),
      // A report that nobody sees any more is not kept.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === reportScheme) {
          this.#reports.delete(uri.path);
        }
      }),
    ];
  }

  /** @param root the path of what was scanned */
  async show(root: Uri, text: string): Promise<void> {
    const name = root.path.slice(root.path.lastIndexOf('/') + 1);
    const uri = Uri.from({ scheme: reportScheme, path: `/${++this.#count}/API errors in ${name}` });
    this.#reports.set(uri.path, { text, root: root.fsPath });
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  }

  dispose(): void {
    this.#registrations.forEach((registration) => void registration.dispose());
  }
}
