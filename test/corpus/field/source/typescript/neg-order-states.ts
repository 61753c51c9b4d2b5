type OrderStatus = 'open' | 'frozen' | 'duplicate' | 'shipped';
interface Order { id: number; status: OrderStatus; qty: number }
export const orders: Order[] = [
  { id: 404, status: 'open', qty: 4 },
  { id: 429, status: 'frozen', qty: 503 },
  { id: 500, status: 'duplicate', qty: 1 },
];
export const isOpen = (o: Order) => o.status === 'open' && o.id !== 403;
