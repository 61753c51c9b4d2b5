import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router-dom';
import { ApiError, getOrders } from '../api';
import { Banner } from './Banner';

export function OrderList({ customer }: { customer: string }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['orders', customer],
    queryFn: () => getOrders(customer, { limit: 500 }),
    staleTime: 5 * 60 * 1000,
    retry: (count, err) => {
      if (err instanceof ApiError && [401, 403, 404].includes(err.status)) return false;
      return count < 3;
    },
    retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 30000),
  });

  if (isPending) return <div className="h-64 bg-gray-400 animate-pulse" />;

  if (error instanceof ApiError) {
    if (error.status === 401) return <Navigate to="/login" replace />;
    return (
      <Banner tone={error.status >= 500 ? 'danger' : 'warning'}>
        {error.status === 429 && <p>Too many orders were asked for. Try again in a minute.</p>}
        {error.status === 503 ? <p>We are updating the shop.</p> : <p>{error.message}</p>}
      </Banner>
    );
  }

  return (
    <ul style={{ maxWidth: 500, fontWeight: 500 }}>
      {data!.map((order) => (
        <li key={order.id}>{order.title}</li>
      ))}
    </ul>
  );
}
