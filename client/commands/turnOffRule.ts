import { ConfigurationTarget, workspace } from 'vscode';
import { isRuleCode } from '../../shared/rules';
import { settingsSection } from '../../shared/protocol';
import type { CommandContext } from './context';

/** Turns a rule off: in the workspace when one is open, else for the user. */
export async function turnOffRule(_: CommandContext, argument: unknown): Promise<void> {
  const { rule } = Object(argument) as { rule?: unknown };
  if (typeof rule !== 'string' || !isRuleCode(rule)) {
    return;
  }
  const configuration = workspace.getConfiguration(settingsSection);
  const known = configuration.inspect<Record<string, string>>('rules');
  const inWorkspace = workspace.workspaceFolders !== undefined;
  const chosen = (inWorkspace ? known?.workspaceValue : known?.globalValue) ?? {};
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update('rules', { ...chosen, [rule]: 'off' }, target);
}
