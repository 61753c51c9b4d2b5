import { commands, type Disposable, window } from 'vscode';
import type { CommandContext } from './context';
import { explain } from './explain';
import { commandIds } from './ids';
import { insertHandler, previewHandler } from './insertHandler';
import { lookUp } from './lookUp';
import { scan } from './scan';
import { turnOffRule } from './turnOffRule';
import { why } from './why';

type Command = (context: CommandContext, argument: unknown) => Promise<void>;

const handlers: Record<keyof typeof commandIds, Command> = {
  lookUp,
  explain,
  insertHandler,
  previewHandler,
  why,
  scan,
  turnOffRule,
  restart: ({ session }) => session.restart(),
};

/** Registers every command. A command that fails says so, because somebody waits for it; the reason is in the log. */
export function registerCommands(context: CommandContext): readonly Disposable[] {
  return (Object.keys(handlers) as (keyof typeof handlers)[]).map((name) =>
    commands.registerCommand(commandIds[name], async (argument: unknown) => {
      try {
        await handlers[name](context, argument);
      } catch (error) {
        context.log.error(`The command ${commandIds[name]} failed.`, error instanceof Error ? error : String(error));
        await offerHelp(context);
      }
    }),
  );
}

async function offerHelp({ session, log }: CommandContext): Promise<void> {
  const restart = 'Restart';
  const output = 'Show Output';
  const choice = await window.showErrorMessage('API Error Assist could not do that.', restart, output);
  if (choice === restart) {
    await session.restart();
  } else if (choice === output) {
    log.show();
  }
}
