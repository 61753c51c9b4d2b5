import * as d3 from 'd3';

const width = 500;
const height = 404;
const margin = { top: 32, right: 34, bottom: 50, left: 64 };

export function draw(root, rows) {
  const svg = d3.select(root).append('svg').attr('width', width).attr('height', height);
  const x = d3.scaleLinear().domain([400, 599]).range([margin.left, width - margin.right]);
  const y = d3.scaleLinear().domain([0, 500]).range([height - margin.bottom, margin.top]);

  svg.append('g').attr('transform', `translate(0,${height - 50})`).call(d3.axisBottom(x).ticks(5));
  svg.append('g').attr('transform', 'translate(64,0)').call(d3.axisLeft(y).tickValues([100, 200, 300, 400, 500]));

  svg
    .selectAll('circle')
    .data(rows)
    .join('circle')
    .attr('cx', (d) => x(d.weight))
    .attr('cy', (d) => y(d.count))
    .attr('r', 4)
    .attr('fill', (d) => (d.weight === 429 ? 'tomato' : 'steelblue'))
    .transition()
    .duration(500)
    .delay((_, i) => i * 50);
  return svg.node();
}
