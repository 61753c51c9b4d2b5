import {
  CancellationTokenSource,
  commands,
  env,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  Uri,
  window,
} from 'vscode';
import { type InsertHandlerArgument, type LookupItem, LookupRequest } from '../../shared/protocol';
import { commandIds } from '../commands/ids';
import type { CommandContext } from '../commands/context';
import { isHttps, type ItemAction, itemActions, itemText, itemTexts } from './item';
import { Latest } from './latest';
import { asQuery } from './query';

interface Item extends QuickPickItem {
  /** Absent in a line that only says something. */
  readonly match?: LookupItem;
}

/** Lets the user search through all catalogs. Gives the id of the entry that was picked, undefined when none was. */
export async function pickEntry({ session, log }: CommandContext, query: string): Promise<string | undefined> {
  const picker = window.createQuickPick<Item>();
  picker.placeholder = 'A code, a status, a title or part of a message';
  picker.value = query;
  keepOrder(picker);

  const latest = new Latest(() => new CancellationTokenSource());
  const search = async () => {
    const params: LookupRequest.Params = { query: asQuery(picker.value) };
    picker.busy = true;
    try {
      await latest.ask(
        ({ token }) => session.request<LookupRequest.Result>(LookupRequest.method, params, token),
        (matches) => {
          picker.items = matches.length > 0 ? matches.map(asItem) : [nothing(params.query)];
          picker.busy = false;
        },
      );
    } catch (error) {
      picker.busy = false;
      picker.items = [
        { label: 'The lookup failed', detail: 'The output of API Error Assist tells why.', alwaysShow: true },
      ];
      log.error('A lookup failed.', error instanceof Error ? error : String(error));
    }
  };

  try {
    return await new Promise<string | undefined>((resolve) => {
      picker.onDidChangeValue(search);
      picker.onDidTriggerItemButton(async ({ button, item }) => {
        const action = actions.find((candidate) => candidate.button === button);
        if (item.match && action) {
          if (action.closes) {
            resolve(undefined);
          }
          await action.run(item.match);
        }
      });
      picker.onDidAccept(() => {
        const picked = picker.selectedItems[0]?.match;
        if (picked) {
          resolve(picked.entry);
        }
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
      void search();
    });
  } finally {
    latest.cancel();
    picker.dispose();
  }
}

/** The buttons of a line. One that changes the text or leaves VS Code closes the list. */
const actions = [
  {
    name: 'insert',
    button: { iconPath: new ThemeIcon('insert'), tooltip: 'Insert a Retry Handler' },
    closes: true,
    run: async ({ entry }: LookupItem) => {
      await commands.executeCommand(commandIds.insertHandler, { entry } satisfies InsertHandlerArgument);
    },
  },
  {
    name: 'copy',
    button: { iconPath: new ThemeIcon('copy'), tooltip: 'Copy the Explanation' },
    closes: false,
    run: async (match: LookupItem) => env.clipboard.writeText(itemText(match)),
  },
  {
    name: 'open',
    button: { iconPath: new ThemeIcon('link-external'), tooltip: 'Open the Documentation' },
    closes: true,
    run: async ({ link }: LookupItem) => {
      if (isHttps(link)) {
        await env.openExternal(Uri.parse(link, true));
      }
    },
  },
] as const satisfies readonly { name: ItemAction; [key: string]: unknown }[];

function asItem(match: LookupItem): Item {
  const possible = itemActions(match, window.activeTextEditor !== undefined);
  const buttons = actions.filter(({ name }) => possible.includes(name)).map(({ button }) => button);
  return { ...itemTexts(match), alwaysShow: true, buttons, match };
}

function nothing(query: string): Item {
  return { label: query === '' ? 'No catalog is loaded' : 'No catalog explains this', alwaysShow: true };
}

/**
 * The server's order is the order of relevance. VS Code would sort by where the label contains the query; the property
 * that stops it works in every version but is not in the published types.
 */
function keepOrder(picker: QuickPick<Item>): void {
  (picker as QuickPick<Item> & { sortByLabel: boolean }).sortByLabel = false;
}
