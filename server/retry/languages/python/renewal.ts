import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import { isLocal, oldCredentials, sendsRenewed } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';

/**
 * The edits after which a call has the renewed credentials when it is sent a second time (none where it has them as it
 * stands), or why it would have the old ones.
 * @param renewing the name of the function that renews
 */
export function renewedEdits(call: HttpCall, renewing: string, source: Source): readonly TextEdit[] | Refusal {
  if (call.client !== 'tweepy') {
    return sendsRenewed(call, renewing, source) ? [] : { refusal: oldCredentials };
  }
  const client = field(field(call.args.parent, 'function'), 'object');
  const renewal = source.language.definitions(source.root).get(renewing);
  if (client && renewal && givesClient(renewal, client.text) && !isLocal(client.text, call, source)) {
    return [];
  }
  const made = client?.type === 'identifier' ? makerOf(client, source) : undefined;
  return client && made
    ? [{ range: { start: client.startIndex, end: client.endIndex }, newText: made }]
    : {
        refusal: `A client of tweepy keeps the token that it was made with: let a function of this file make it, and begin with ${client?.text ?? 'client'} = make_client().`,
      };
}

/** Whether a function puts another client in the place of the one that the file has. */
function givesClient(renewal: Node, client: string): boolean {
  const isDeclared = nodesOfType(renewal, 'global_statement').some((node) =>
    children(node).some(({ text }) => text === client),
  );
  return isDeclared && nodesOfType(renewal, 'assignment').some((assigned) => field(assigned, 'left')?.text === client);
}

/** The call that made the client of a function, when it makes a new one each time: `make_client()`. */
function makerOf(client: Node, { root, language }: Source): string | undefined {
  const scope = scopesOf(client, language.syntax).find(({ type }) => type !== 'lambda') ?? root;
  const values = nodesOfType(scope, 'assignment').filter((assigned) => field(assigned, 'left')?.text === client.text);
  const made = field(values[0], 'right');
  const maker = made?.type === 'call' ? field(made, 'function') : undefined;
  const definition = language.definitions(root).get(maker?.text ?? '');
  if (values.length !== 1 || maker?.type !== 'identifier' || definition?.type !== 'function_definition') {
    return undefined;
  }
  const isKept =
    definition.parent?.type === 'decorated_definition' || nodesOfType(definition, 'global_statement').length > 0;
  const local = nodesOfType(definition, 'assignment').filter((assigned) => isNewClient(field(assigned, 'right')));
  const names = new Set(local.map((assigned) => field(assigned, 'left')?.text));
  const given = nodesOfType(definition, 'return_statement').map((node) => children(node)[0]);
  const isMade = given.length > 0 && given.every((value) => isNewClient(value) || names.has(value?.text));
  const takesNothing =
    children(field(definition, 'parameters')).length === 0 && children(field(made, 'arguments')).length === 0;
  return isMade && takesNothing && !isKept ? made?.text : undefined;
}

function isNewClient(value: Node | undefined): boolean {
  return /^(?:tweepy\.)?(?:asynchronous\.)?(?:(?:Async)?Client|API)\(/.test(value?.text ?? '');
}
