import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

type Vessel = { id: number; name: string; tonnage: number };

class ResponseError extends Error {
  constructor(readonly status: number) {
    super(`The fleet answered ${status}`);
  }
}

const COLUMNS = [120, 404, 500, 88];
const ICONS: Record<string, string> = { ferry: '#404500', tug: '#503429' };

async function fetchFleet(page: number): Promise<Vessel[]> {
  const response = await fetch(`/api/fleet?page=${page}&size=500`);
  if (response.status === 401) {
    window.location.assign('/login');
  }
  if (!response.ok) throw new ResponseError(response.status);
  return response.json();
}

function explain(error: unknown): string {
  if (error instanceof ResponseError) {
    if (error.status === 403) return 'Ask the harbour master for access.';
    if (error.status >= 500 && error.status < 600) return 'The fleet service has a bad day.';
  }
  return 'Something went wrong.';
}

export function FleetPanel({ width = 500 }: { width?: number }) {
  const [page, setPage] = useState(1);
  const { data, error, isPending } = useQuery({
    queryKey: ['fleet', page],
    queryFn: () => fetchFleet(page),
    staleTime: 503_000,
    retry: (count, reason) => count < 3 && reason instanceof ResponseError && ![400, 404, 410].includes(reason.status),
  });

  if (isPending) return <Skeleton height={404} rows={50} delay={429} />;
  if (error) return <p role="alert" style={{ fontWeight: 500, maxWidth: 404 }}>{explain(error)}</p>;

  return (
    <section style={{ width, zIndex: 500 }} className="text-gray-500 bg-red-400">
      <svg viewBox="0 0 500 404">
        <path d="M404 500 L429 503" stroke={ICONS.ferry} />
      </svg>
      {data.map((vessel) => (
        <li key={vessel.id} style={{ width: COLUMNS[vessel.id % 4] }}>
          {vessel.name} {vessel.tonnage > 500 ? 'heavy' : 'light'}
        </li>
      ))}
      <button tabIndex={0} onClick={() => setPage(page + 1)}>Next 500</button>
    </section>
  );
}

function Skeleton(props: { height: number; rows: number; delay: number }) {
  return <div aria-busy="true" style={{ height: props.height }} />;
}
