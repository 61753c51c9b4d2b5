const FEES = [400, 403, 429];
const total = (cart) => cart.reduce((s, i) => s + i.cents * i.qty, 0) + FEES[1];
const free = (cents) => cents >= 50000;
console.log(total([{ cents: 404, qty: 4 }]) === 2019, free(503));
