import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Session } from '../protocol/session';
import type { Driver } from './driver';
import { temporaryFolder } from './temporary';
import { settings, type Variant } from './scenarios';

const capabilities = {
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** The action that inserts a driver's handler: that of its library, or, where the file has one, the plain one. */
function handlerAction(actions: readonly CodeAction[], { library }: Driver): CodeAction | undefined {
  const fixes = actions.filter(({ title }) =>
    /^(?:Retry|Wrap|Replace the loop|Renew|Take|Fail|Look whether|Reconnect) /.test(title),
  );
  return (library === undefined ? undefined : fixes.find(({ title }) => title.includes(library))) ?? fixes[0];
}

interface Fixed {
  readonly title: string;
  readonly text: string;
}

/** The built server, asked as an editor asks it. */
export class Editor implements AsyncDisposable {
  private constructor(private readonly session: Session) {}

  static async start(): Promise<Editor> {
    return new Editor(await Session.start({ capabilities }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.session.stop();
  }

  /** The quick fix at an offset, and the text after it; undefined when none is offered there. */
  async fix(text: string, driver: Driver, offset: number): Promise<Fixed | undefined> {
    const { languageId, project = {} } = driver;
    const folder = await temporaryFolder();
    await Promise.all(Object.entries(project).map(([name, content]) => writeFile(join(folder, name), content)));
    const uri = pathToFileURL(join(folder, basename(driver.fixture))).href;
    await this.session.open(uri, languageId, text);
    const document = TextDocument.create(uri, languageId, 1, text);
    const actions = await this.session.codeActions(uri, document.positionAt(offset));
    const action = handlerAction(actions, driver);
    if (!action) {
      return undefined;
    }
    const { edit } = await this.session.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const after = TextDocument.applyEdits(
      document,
      changes.flatMap(({ edits }) => edits as TextEdit[]),
    );
    return { title: action.title, text: after };
  }
}

/** The errors that variants look for. The others have the cursor on their call. */
const errors: Readonly<Partial<Record<Variant, RegExp>>> = {
  renewed: /\b(?:401|StatusUnauthorized|UNAUTHORIZED|Unauthorized)\b/,
  done: /\b187\b/,
  missing: /\b404\b/,
  capped: /\bx_daily_limit\b/,
  verified: /\bx_write_unconfirmed\b/,
  unverified: /\bx_write_unconfirmed\b/,
};

/** Where the cursor goes in a variant: on its call, or on the error that it looks for. */
export function cursorIn(driver: Driver, text: string, variant: Variant): number {
  const start = text.search(driver.declares(variant));
  const wanted = errors[variant] ?? driver.call;
  const offset = start < 0 ? -1 : text.slice(start).search(wanted);
  if (offset < 0) {
    throw new Error(`the fixture has no call in ${variant}`);
  }
  return start + offset;
}

/** The program with the quick fix applied to every variant, one after the other. */
export async function fixAll(editor: Editor, driver: Driver, text: string): Promise<string> {
  const titles: string[] = [];
  let program = text;
  for (const variant of driver.variants) {
    const fixed = await editor.fix(program, driver, cursorIn(driver, program, variant));
    if (fixed === undefined) {
      throw new Error(`no quick fix is offered in ${variant}`);
    }
    program = fixed.text;
    titles.push(fixed.title);
  }
  const { library = '' } = driver;
  if (!titles.some((title) => title.includes(library))) {
    throw new Error(`no quick fix is with ${library}`);
  }
  return program;
}

/** The program with the numbers that keep the waiting short, as its owner would set them. */
export function tune(driver: Driver, text: string): string {
  let program = text;
  for (const variant of driver.variants) {
    if (variant === 'verified' && driver.find) {
      const start = program.search(driver.declares(variant));
      const tail = program.slice(start).replace(driver.find.unwritten, driver.find.written);
      program = program.slice(0, start) + tail;
    }
    const numbers = settings[variant];
    if (!numbers) {
      continue;
    }
    const start = program.search(driver.declares(variant));
    const own = driver.settings(numbers, variant);
    const tail = program.slice(start).replace(driver.option, (option) => (driver.replacesOption ? own : option + own));
    program = program.slice(0, start) + tail;
  }
  return program;
}
