const shelves = {
  404: { name: 'bolts', count: 5000 },
  429: { name: 'nuts', count: 500 },
  503: { name: 'washers', count: 187 },
};

class Inventory {
  #rows = Object.entries(shelves).map(([shelf, row]) => ({ shelf: Number(shelf), ...row }));

  at(shelf) {
    return this.#rows.find((row) => row.shelf === shelf);
  }

  take(shelf, n) {
    const row = this.at(shelf);
    if (!row) return 'not_found';
    if (row.count < n) return 'short';
    row.count -= n;
    return 'taken';
  }

  weigh() {
    return this.#rows.reduce((sum, { count }) => sum + count * 0.5, 0);
  }
}

const inventory = new Inventory();
inventory.take(404, 500);
inventory.take(503, 88);
console.log(inventory.at(429).count, inventory.weigh() > 500);
