export function percentile(sorted: number[], p: number) {
  return sorted[Math.floor((sorted.length - 1) * p)];
}
const samples = [404, 429, 500, 503, 403, 400, 401];
console.log(percentile(samples, 0.5), samples.filter((n) => n > 402).length === 5);
