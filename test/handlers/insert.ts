import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { InsertHandlerRequest } from '../../shared/protocol';
import { Session } from '../protocol/session';
import type { Driver, Files } from './driver';
import { entries, type RefusalCase } from './refusals';
import { temporaryFolder } from './temporary';
import { settings, type Variant } from './scenarios';

/** A catalog of the user, which says of an API that it honours an idempotency key. */
const ownCatalog = fileURLToPath(new URL('fixtures/shop.error-catalog.json', import.meta.url));

const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/**
 * The action that inserts a driver's handler: that of its library or with a new file, or, where there is one, the plain
 * one.
 */
function handlerAction(actions: readonly CodeAction[], { library, ownFile }: Driver): CodeAction | undefined {
  const fixes = actions.filter(({ title }) =>
    /^(?:Retry|Wrap|Replace the loop|Renew|Take|Fail|Look whether|Reconnect) /.test(title),
  );
  const wanted = ownFile ? 'in a new file' : library;
  return (wanted === undefined ? undefined : fixes.find(({ title }) => title.includes(wanted))) ?? fixes[0];
}

interface Fixed {
  readonly title: string;
  readonly text: string;
  /** What was made beside the program. */
  readonly files: Files;
}

/** The built server, asked as an editor asks it. */
export class Editor implements AsyncDisposable {
  private constructor(private readonly session: Session) {}

  static async start(): Promise<Editor> {
    const session = await Session.start({ capabilities, configuration: { catalogs: [ownCatalog] } });
    await session.until('the catalog', () => session.refreshes || undefined);
    return new Editor(session);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.session.stop();
  }

  /** Why no handler is inserted for an entry at an offset; undefined when one is. */
  async refusal(text: string, languageId: string, offset: number, entry: string): Promise<string | undefined> {
    const uri = pathToFileURL(join(await temporaryFolder(), 'program')).href;
    await this.session.open(uri, languageId, text);
    const position = TextDocument.create(uri, languageId, 1, text).positionAt(offset);
    const asked: InsertHandlerRequest.Params = { textDocument: { uri }, position, entry };
    const { refusal } = await this.session.connection.sendRequest<InsertHandlerRequest.Result>(
      InsertHandlerRequest.method,
      asked,
    );
    return refusal;
  }

  /** The quick fix at an offset, and what it leaves; undefined when none is offered there. */
  async fix(
    text: string,
    driver: Driver,
    offset: number,
    made: Files = {},
    choose = handlerAction,
  ): Promise<Fixed | undefined> {
    const { languageId, project, document: name = basename(driver.fixture) } = driver;
    const folder = await temporaryFolder();
    await writeFiles(folder, { ...project, ...made });
    const uri = pathToFileURL(join(folder, name)).href;
    await this.session.open(uri, languageId, text);
    const document = TextDocument.create(uri, languageId, 1, text);
    const actions = await this.session.codeActions(uri, document.positionAt(offset));
    const action = choose(actions, driver);
    if (!action) {
      return undefined;
    }
    const { edit } = await this.session.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const changes = (edit?.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
    const editsOf = (change: TextDocumentEdit): TextEdit[] => change.edits as TextEdit[];
    const [own, others] = [true, false].map((isOwn) =>
      changes.filter(({ textDocument }) => (textDocument.uri === uri) === isOwn),
    );
    const files = (others ?? []).map((change) => {
      const path = relative(folder, fileURLToPath(change.textDocument.uri));
      return [path, TextDocument.applyEdits(TextDocument.create('', '', 1, ''), editsOf(change))];
    });
    return {
      title: action.title,
      text: TextDocument.applyEdits(document, (own ?? []).flatMap(editsOf)),
      files: Object.fromEntries(files) as Files,
    };
  }
}

/** Why a call, with the cursor on it, is left alone; undefined when it is not. */
export async function refusalOf(
  editor: Editor,
  { text, languageId, strategy }: RefusalCase,
): Promise<string | undefined> {
  const mark = '$$CURSOR$$';
  return editor.refusal(text.replace(mark, ''), languageId, text.indexOf(mark), entries[strategy]);
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
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

/** A program after its fixes, and what they made beside it. */
export interface Program {
  readonly text: string;
  readonly files: Files;
}

/** The action that adds an idempotency key. */
export function keyAction(actions: readonly CodeAction[]): CodeAction | undefined {
  return actions.find(({ title }) => title.startsWith('Add a fresh '));
}

/** The program with a key in the call of a variant, where it sends to an API that honours one. */
async function withKey(editor: Editor, driver: Driver, text: string, variant: Variant): Promise<string> {
  if (variant !== 'ordered') {
    return text;
  }
  const fixed = await editor.fix(text, driver, cursorIn(driver, text, variant), {}, keyAction);
  if (fixed === undefined) {
    throw new Error('no key is offered');
  }
  return fixed.text;
}

/** The program with the quick fix applied to every variant, one after the other. */
export async function fixAll(editor: Editor, driver: Driver, text: string): Promise<Program> {
  const titles: string[] = [];
  let program: Program = { text, files: {} };
  for (const variant of driver.variants) {
    program = { ...program, text: await withKey(editor, driver, program.text, variant) };
    const offset = cursorIn(driver, program.text, variant);
    const fixed = await editor.fix(program.text, driver, offset, program.files);
    if (fixed === undefined) {
      throw new Error(`no quick fix is offered in ${variant}`);
    }
    program = { text: fixed.text, files: { ...program.files, ...fixed.files } };
    titles.push(fixed.title);
  }
  const { library = '', ownFile = false } = driver;
  if (!titles.some((title) => title.includes(library))) {
    throw new Error(`no quick fix is with ${library}`);
  }
  if (ownFile !== Object.keys(program.files).length > 0) {
    throw new Error(`the files made are: ${Object.keys(program.files).join(', ')}`);
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
