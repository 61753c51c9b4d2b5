import renewal from '../../../handlers/ruby/renewal.rb?raw';
import type { HandlerFile } from '../../language';
import { field, nodesOfType, outward } from '../../nodes';
import { oldCredentials, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import { rubyDefinitions } from './place';
import { putIntoBlock } from './wrap';

const handler: HandlerFile = { name: 'Renewal.call', definition: 'Renewal', text: renewal, sign: /\brenew:/ };

/** The handler of `refresh-credentials`. */
export const rubyRenewal: RenewalHandler = {
  files: [handler],
  renewals: {
    functions({ args }, { root }) {
      const owner = [...outward(args)].find(({ type }) => type === 'class' || type === 'module');
      return owner
        ? new Map(nodesOfType(owner, 'method').map((node) => [field(node, 'name')?.text ?? '', node]))
        : rubyDefinitions(root);
    },
  },
  handlerFor: () => handler,
  /** Puts the call into a block: `Renewal.call(renew: method(:refresh_token)) { call }`. */
  wrap(call, name, [renew], source) {
    return readsCredentialsAnew(call, source)
      ? putIntoBlock(call, name, [`renew: method(:${referenceOf(renew)})`], source)
      : { refusal: oldCredentials };
  },
};
