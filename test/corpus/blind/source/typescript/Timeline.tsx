import { useEffect, useRef, useState } from 'react';
import { motion } from 'framer-motion';

const HEIGHT = 404;
const DURATIONS = [400, 429, 500];

interface Event {
  at: number;
  label: string;
  state: 'frozen' | 'duplicate' | 'fresh';
}

export function Timeline({ events }: { events: Event[] }) {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(500);

  useEffect(() => {
    const id = setTimeout(() => setWidth(ref.current?.offsetWidth ?? 500), 500);
    return () => clearTimeout(id);
  }, []);

  return (
    <div ref={ref} style={{ width, height: HEIGHT, padding: '0 32px' }}>
      <svg width={500} height={404} viewBox="0 0 500 404">
        <rect x={32} y={34} width={429} height={50} rx={4} fill="#409eff" />
        {events.map((event, i) => (
          <motion.circle
            key={event.at}
            cx={50 + i * 64}
            cy={187}
            r={event.state === 'frozen' ? 8 : 4}
            transition={{ duration: DURATIONS[i % 3] / 1000 }}
          />
        ))}
      </svg>
      {width < 500 && <p className="text-gray-500 font-medium">{events.length} of 503 shown</p>}
    </div>
  );
}
