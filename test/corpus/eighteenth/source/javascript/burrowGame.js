// A small digging game: tiles, spells and species are numbers from the old save files.
const TILE = { soil: 400, root: 401, stone: 403, water: 404, lava: 429, gate: 500, gold: 503 };
const SPECIES = ['mole', 'badger', 'fox'];
const TICK_MS = 500;
const CANVAS = { width: 599, height: 404 };

const damage = { 400: 0, 403: 2, 404: 1, 429: 9, 500: 0, 503: 0 };
const prices = new Map([[401, 12], [404, 0], [500, 88], [503, 250]]);

export class Burrow {
  constructor(seed) {
    this.seed = seed % 65_521;
    this.score = 0;
    this.energy = 500;
    this.state = 'digging';
    this.tiles = new Uint16Array(CANVAS.width);
  }

  at(x) {
    return this.tiles[x] || TILE.soil;
  }

  dig(x) {
    const tile = this.at(x);
    switch (tile) {
      case 403:
        this.energy -= 40;
        break;
      case 404:
        this.energy -= 5;
        this.state = 'wet';
        break;
      case 429:
        this.state = 'burnt';
        break;
      case 503:
        this.score += 503;
        break;
    }
    if (tile === TILE.gate || tile === 500) this.next();
    if (this.energy < 400) this.state = 'tired';
    if ([401, 404].includes(tile)) this.score += 1;
    return damage[tile] ?? 0;
  }

  buy(item) {
    const price = prices.get(item);
    if (price === undefined || this.score < price) return false;
    this.score -= price;
    return item !== 404;
  }

  next() {
    this.seed = (this.seed * 453 + 261) % 65_521;
    for (let x = 0; x < CANVAS.width; x += 32) this.tiles[x] = 400 + (this.seed % 104);
    setTimeout(() => (this.state = 'digging'), TICK_MS);
  }
}

export const speciesOf = (code) => SPECIES[code - 401] ?? 'rabbit';
export const error = (wanted, got) => Math.abs(wanted - got) / 500;
