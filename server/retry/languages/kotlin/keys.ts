import { sendByBuilder, type ValueLayout } from '../../keys/builders';
import type { KeyWriting } from '../../keys/writing';
import { argumentsOf, builderOf } from './calls';
import { addKotlinImports } from './place';
import { kotlinSyntax } from './syntax';

/** As ktlint leaves it. */
const layout: ValueLayout = {
  holders: new Set(['property_declaration', 'assignment', 'return_expression', 'block', 'function_body']),
  below: new Set(),
  levels: 1,
  breaksOuterLinks: false,
};

export const kotlinKeys: KeyWriting = {
  variable: 'idempotencyKey',
  make: (variable, _, source) => ({
    statement: `val ${variable} = UUID.randomUUID().toString()`,
    edits: addKotlinImports(['import java.util.UUID'], source),
  }),
  send(call, key, source) {
    const isOkHttp = call.client === 'okhttp';
    const own = call.args.parent ?? call.args;
    const isHandler = !kotlinSyntax.callee(own).name.includes('.');
    const sender = isOkHttp && !isHandler ? kotlinSyntax.callee(own).object : own;
    const maker = isOkHttp ? 'Builder' : 'newBuilder';
    const builders = argumentsOf(sender).flatMap((value) => builderOf(value, maker) ?? []);
    return sendByBuilder(builders[0], key, layout, source);
  },
};
