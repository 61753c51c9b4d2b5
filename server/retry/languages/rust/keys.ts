import { dependsOn } from '../../../manifests';
import type { KeyWriting } from '../../keys/writing';
import { field } from '../../nodes';
import { insertion } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';
import { breakChain } from './wrap';

/** Keys of Rust come from a crate: its standard library has no random numbers. */
export const rustKeys: KeyWriting = {
  variable: 'idempotency_key',
  make(variable, _, __, manifests) {
    const declared = manifests.map(({ text }) => text).join('\n');
    if (/^uuid\b[^\n]*["']v4["']|^\[dependencies\.uuid\][^[]*["']v4["']/m.test(declared)) {
      return { statement: `let ${variable} = uuid::Uuid::new_v4().to_string();`, edits: [] };
    }
    return manifests.some((manifest) => dependsOn(manifest, 'rand'))
      ? { statement: `let ${variable} = format!("{:032x}", rand::random::<u128>());`, edits: [] }
      : { refusal: 'A fresh key needs the crate uuid with its feature v4, or rand, and Cargo.toml names neither.' };
  },
  send(call, { header, variable }, source) {
    const callee = field(call.args.parent, 'function');
    const request = field(callee, 'value');
    const setter = { reqwest: 'header', ureq: 'set' }[call.client];
    if (!callee || !request || setter === undefined || call.name === 'reqwest::get') {
      return { refusal: `There is no header that a key of ${call.client} could be put into yet.` };
    }
    // In a chain that is broken over lines each call has one.
    const gap = /^\s*/.exec(callee.text.slice(request.endIndex - callee.startIndex))?.[0] ?? '';
    const edits = [insertion(request.endIndex, `${gap}.${setter}("${header}", &${variable})`)];
    const flat = rewriteCall(call, edits, source, 0);
    const isShort = flat.includes('\n') || (flat.length <= 60 && fits(call, flat, source));
    const { eol, indent } = source.style;
    const newline = eol + indentationAt(source.text, call.range.start) + indent;
    const awaits = call.use === 'awaited' ? /^\s*(?=\.await\b)/.exec(source.text.slice(call.range.end)) : null;
    const broken = { range: call.range, newText: breakChain(flat, newline) };
    return {
      edits: isShort ? edits : [broken, ...(awaits?.[0] === '' ? [insertion(call.range.end, newline)] : [])],
    };
  },
};
