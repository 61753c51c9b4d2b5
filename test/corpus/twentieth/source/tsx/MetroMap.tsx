import { useMemo } from 'react';

interface Station {
  name: string;
  x: number;
  y: number;
  zone: number;
}

interface Line {
  name: string;
  colour: string;
  stops: readonly Station[];
}

const WIDTH = 960;
const HEIGHT = 540;
const DOT = 4.5;

const GREEN: Line = {
  name: 'Green',
  colour: '#15803d',
  stops: [
    { name: 'Quay', x: 64, y: 500, zone: 1 },
    { name: 'Tannery', x: 187, y: 432, zone: 1 },
    { name: 'Old Mill', x: 326, y: 396, zone: 2 },
    { name: 'Castle', x: 453, y: 344, zone: 2 },
    { name: 'Heath', x: 600, y: 226, zone: 3 },
  ],
};

const AMBER: Line = {
  name: 'Amber',
  colour: '#f59e0b',
  stops: [
    { name: 'Docks', x: 99, y: 130, zone: 3 },
    { name: 'Market', x: 261, y: 220, zone: 2 },
    { name: 'Castle', x: 453, y: 344, zone: 2 },
    { name: 'Airfield', x: 880, y: 480, zone: 4 },
  ],
};

function path(stops: readonly Station[]): string {
  return stops.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
}

export function MetroMap({ zoom = 1, night = false }: { zoom?: number; night?: boolean }) {
  const lines = useMemo(() => (night ? [GREEN] : [GREEN, AMBER]), [night]);
  return (
    <svg viewBox={`0 0 ${WIDTH / zoom} ${HEIGHT / zoom}`} width={WIDTH} height={HEIGHT} role="img">
      <rect width={WIDTH} height={HEIGHT} fill={night ? '#111827' : '#fff'} />
      {lines.map((line) => (
        <g key={line.name}>
          <path d={path(line.stops)} stroke={line.colour} strokeWidth={8} fill="none" />
          {line.stops.map((stop) => (
            <g key={stop.name} transform={`translate(${stop.x} ${stop.y})`}>
              <circle r={DOT} fill="#fff" stroke="#000" strokeWidth={2} />
              {stop.x > 400 ? <text x={-12} textAnchor="end">{stop.name}</text> : <text x={12}>{stop.name}</text>}
              <title>{`Zone ${stop.zone}`}</title>
            </g>
          ))}
        </g>
      ))}
      <text x={420} y={530} fontSize={14} fontWeight={500} transform="scale(0.88)">
        Every 15 minutes until 23:50
      </text>
    </svg>
  );
}
