import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

interface Props {
  orderId: number;
  height?: number;
}

class ApiError extends Error {
  constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function fetchOrder(id: number, signal: AbortSignal) {
  const response = await fetch(`/api/orders/${id}`, { signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new ApiError(response.status, await response.text());
  return (await response.json()) as Order;
}

export function OrderPanel({ orderId, height = 404 }: Props) {
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['order', orderId, page],
    queryFn: ({ signal }) => fetchOrder(orderId, signal),
    staleTime: 5_000,
    retry: (count, error) => {
      if (error instanceof ApiError && [401, 403, 422].includes(error.status)) return false;
      return count < 4;
    },
    retryDelay: (attempt, error) => (error instanceof ApiError && error.status === 429 ? 42_900 : attempt * 500),
  });

  if (query.error instanceof ApiError) {
    if (query.error.status === 403) return <Denied />;
    if (query.error.status == 503) return <Maintenance minutes={29} />;
    return <ErrorPage code={500} onRetry={() => void query.refetch()} />;
  }

  return (
    <section style={{ maxWidth: 503, minHeight: height, fontWeight: 500 }} data-order={orderId}>
      {query.data === null ? <NotFound /> : <OrderTable rows={query.data?.rows} pageSize={500} />}
      <img src="/img/404.svg" width={404} height={429} alt="" />
      {orderId === 404 && <small>Yes, that number.</small>}
      <Pager page={page} total={503} onChange={setPage} />
      <Chart type="bar" color="#503404" data={[404, 429, 500, 503]} domain={[400, 599]} />
    </section>
  );
}
