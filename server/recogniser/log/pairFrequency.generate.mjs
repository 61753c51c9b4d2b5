// Counts how often two characters follow each other in logs, for `pairFrequency.ts`: how rare a word's parts are decides
// which of them the scanner looks for. `node server/recogniser/log/pairFrequency.generate.mjs FILE...` prints the table.
import { readFileSync } from 'node:fs';

/** Letters count without their case and digits as one; what is left out counts as a space. */
const classes = 'abcdefghijklmnopqrstuvwxyz0 "\'`-_.,:;/\\=<>()[]{}|@#%&*+?!$~^';
const classOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte).toLowerCase().replace(/\d/, '0');
  return Math.max(classes.indexOf(character), classes.indexOf(' ') * Number(!classes.includes(character)));
});
const counts = new Float64Array(classes.length ** 2);
let all = 0;
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  for (let at = 1; at < bytes.length; at++, all++) {
    counts[classOf[bytes[at - 1]] * classes.length + classOf[bytes[at]]]++;
  }
}
// A letter for each pair: how many times it can be halved before it is one in a million.
const letters = [...counts].map((count) => {
  const level = Math.max(0, Math.round(Math.log2(Math.max(1, (count / all) * 1e6))));
  return String.fromCharCode(97 + Math.min(25, level));
});
for (let row = 0; row < classes.length; row++) {
  console.log(`  '${letters.slice(row * classes.length, (row + 1) * classes.length).join('')}',`);
}
