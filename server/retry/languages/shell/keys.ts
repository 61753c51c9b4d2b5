import type { KeyWriting } from '../../keys/writing';
import { field } from '../../nodes';
import { insertion } from '../../textEdits';
import { wordsOf } from './syntax';
import { isRepeatedBy } from './wrap';

/** Keys of shell scripts, by what every system has: `uuidgen` is missing in many containers. */
export const shellKeys: KeyWriting = {
  variable: 'idempotency_key',
  make: (variable) => ({
    statement: `${variable}=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')`,
    edits: [],
  }),
  send(call, { header, variable }) {
    const name = field(call.args, 'name');
    const words = wordsOf(call.args).map(({ text }) => text);
    const other = words.find((word) => /^(?:--next|-:|--config|-K)$/.test(word));
    return !name || other !== undefined
      ? { refusal: `Which request of this command would get the key does not show, because of ${other ?? 'its name'}.` }
      : { edits: [insertion(name.endIndex, ` -H "${header}: $${variable}"`)] };
  },
  repeats: (node, call) => isRepeatedBy(node, call),
};
