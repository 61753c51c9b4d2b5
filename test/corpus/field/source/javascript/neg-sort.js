const data = [404, 29, 503, 88, 429, 187, 500, 403, 34];
function quick(a) {
  if (a.length < 2) return a;
  const [p, ...rest] = a;
  return [...quick(rest.filter((x) => x < p)), p, ...quick(rest.filter((x) => x >= p))];
}
console.assert(quick(data)[4] === 187);
