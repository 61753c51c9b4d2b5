import { useReducer, useState } from 'react';
import { useTimer } from './useTimer';

type OrderStatus = 400 | 401 | 409 | 410 | 503;

const labels: Record<OrderStatus, string> = {
  400: 'ordered',
  401: 'in the pan',
  409: 'ready',
  410: 'eaten',
  503: 'sent back',
};

interface Order {
  table: number;
  dish: string;
  status: OrderStatus;
  kcal: number;
}

type Action = { type: 'move'; table: number; status: OrderStatus } | { type: 'clear' };

function reducer(orders: Order[], action: Action): Order[] {
  switch (action.type) {
    case 'move':
      return orders.map((order) => (order.table === action.table ? { ...order, status: action.status } : order));
    case 'clear':
      return orders.filter((order) => order.status !== 410);
  }
}

export function KitchenBoard({ start }: { start: Order[] }) {
  const [orders, dispatch] = useReducer(reducer, start);
  const [code, setCode] = useState('404');
  const [error, setError] = useState<string>();
  const seconds = useTimer(500);

  const unlock = () => {
    if (code === '422' || code === '500') setError(undefined);
    else setError(`Code ${code} does not open the cellar`);
  };

  return (
    <div className="grid gap-4 bg-zinc-500" style={{ gridTemplateColumns: '404px 1fr', minHeight: 599 }}>
      {orders.map(({ table, dish, status, kcal }) => (
        <article key={table} data-status={status} className={status === 503 ? 'text-red-500' : 'text-stone-400'}>
          <h2>
            {dish} {kcal > 500 && '🔥'}
          </h2>
          <p>{labels[status]}</p>
          {status === 401 && <progress value={seconds} max={450} />}
          <button onClick={() => dispatch({ type: 'move', table, status: 409 })}>Ready</button>
          <button onClick={() => dispatch({ type: 'move', table, status: 503 })}>Send back</button>
        </article>
      ))}
      <input value={code} maxLength={3} onChange={(e) => setCode(e.target.value)} />
      <button onClick={unlock}>Cellar</button>
      {error && <strong style={{ fontWeight: 500 }}>{error}</strong>}
    </div>
  );
}
