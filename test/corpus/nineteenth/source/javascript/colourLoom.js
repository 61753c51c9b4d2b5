import { scaleLinear } from 'd3-scale';

const swatches = {
  gray: { 400: '#9ca3af', 500: '#6b7280', 600: '#4b5563' },
  rose: { 400: '#fb7185', 500: '#f43f5e' },
};

const weights = new Map([
  [400, 'regular'],
  [500, 'medium'],
  [600, 'semibold'],
]);

const threads = [
  { code: 401, name: 'lemon' },
  { code: 403, name: 'amber' },
  { code: 404, name: 'moss' },
  { code: 422, name: 'slate' },
  { code: 429, name: 'plum' },
  { code: 500, name: 'raven' },
  { code: 503, name: 'chalk' },
];

export function threadName(code) {
  const found = threads.find((t) => t.code === code);
  if (!found) throw new RangeError(`no thread ${code}`);
  return found.name;
}

export function isDark(code) {
  return [404, 422, 500].includes(code);
}

export function hueOf(nm) {
  if (nm >= 400 && nm < 450) return 'violet';
  if (nm < 495) return 'blue';
  if (nm < 570) return 'green';
  return nm < 590 ? 'yellow' : 'red';
}

export const wave = scaleLinear().domain([400, 599]).range([0, 1]);

export function loom(svg, rows) {
  const width = 500;
  const height = rows.length * 4;
  svg.attr('viewBox', `0 0 ${width} ${height}`);
  svg.selectAll('rect').data(rows).join('rect')
    .attr('x', (_, i) => (i % 125) * 4)
    .attr('width', 404)
    .attr('fill', (row) => swatches.gray[row.error ? 500 : 400])
    .transition()
    .duration(450);
  setTimeout(() => svg.attr('data-status', 'woven'), 500);
  return weights.get(500);
}

export function response(frequency) {
  const error = Math.abs(frequency - 440);
  return error > 500 ? null : { status: error < 4 ? 'in tune' : 'off', error };
}
