import { sendByBuilder } from '../../keys/builders';
import type { KeyWriting } from '../../keys/writing';
import { argumentsOf, builderOf } from './calls';
import { addKotlinImports } from './place';
import { kotlinSyntax } from './syntax';

export const kotlinKeys: KeyWriting = {
  variable: 'idempotencyKey',
  make: (variable, _, source) => ({
    statement: `val ${variable} = UUID.randomUUID().toString()`,
    edits: addKotlinImports(['import java.util.UUID'], source),
  }),
  send(call, key) {
    const isOkHttp = call.client === 'okhttp';
    const own = call.args.parent ?? call.args;
    const isHandler = !kotlinSyntax.callee(own).name.includes('.');
    const sender = isOkHttp && !isHandler ? kotlinSyntax.callee(own).object : own;
    const maker = isOkHttp ? 'Builder' : 'newBuilder';
    const builders = argumentsOf(sender).flatMap((value) => builderOf(value, maker) ?? []);
    return sendByBuilder(builders[0], key);
  },
};
