#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const seen = new Map();
const result = { duplicate: 0, not_found: 0, frozen: 0, fresh: 0 };

const kind = (row) => {
  if (!row.id) return 'not_found';
  if (seen.has(row.id)) return 'duplicate';
  return row.locked === 'yes' ? 'frozen' : 'fresh';
};

for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const [id, locked, amount] = line.split(';');
  const row = { id, locked, amount: Number(amount) };
  const k = kind(row);
  result[k] += 1;
  if (k === 'duplicate' && row.amount > 500) console.log('big duplicate', id);
  seen.set(id, row);
}

console.table(result);
if (result.duplicate > 404) {
  console.error('more than 404 rows are there twice');
  process.exitCode = 63;
}
