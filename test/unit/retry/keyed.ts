import { planKey } from '../../../server/retry/keys/keys';
import { isRefusal } from '../../../server/retry/language';
import { applyEdits } from '../../../server/retry/textEdits';
import type { CatalogFile } from '../../../shared/catalog/catalog';
import { atCursor, type Language, withTree } from './support';

export const catalog = (
  id: string,
  hosts: readonly string[],
  idempotencyKey: CatalogFile['idempotencyKey'],
): CatalogFile => ({
  format: 1,
  id,
  name: id,
  sources: {},
  context: { hosts },
  entries: [],
  ...(idempotencyKey && { idempotencyKey }),
});
export const shop = catalog('shop', ['api.shop.example'], { header: 'Idempotency-Key' });
export const bank = catalog('bank', ['bank.example/pay'], { header: 'X-Request-Token', methods: ['POST'] });

export interface Asked {
  readonly met?: CatalogFile;
  readonly isMistake?: boolean;
  readonly manifest?: string;
  readonly apis?: readonly CatalogFile[];
}

/** What adding a key at the cursor makes of a text, or why nothing. */
export async function keyed(languageId: Language, marked: string, asked: Asked = {}): Promise<string> {
  const { text, offset } = atCursor(marked);
  const { met, isMistake = false, manifest = '', apis = [shop, bank] } = asked;
  const manifests = [{ name: 'Cargo.toml', text: manifest }];
  const plan = await withTree(languageId, text, (tree) =>
    planKey({ text, languageId, tree, offset, apis, met, isMistake, manifests }),
  );
  return isRefusal(plan) ? plan.refusal : applyEdits(text, plan.edits);
}
