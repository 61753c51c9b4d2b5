import { useMutation, useQuery } from '@tanstack/react-query';
import { HTTPError } from 'ky';
import { useState } from 'react';
import { Dialog, Skeleton, Toast } from '../kit';
import { api } from '../api';

type Problem = { tone: 'info' | 'warn' | 'bad'; text: string };

function problemOf(error: Error): Problem {
  if (!(error instanceof HTTPError)) return { tone: 'bad', text: 'No connection' };
  switch (error.response.status) {
    case 400:
    case 422:
      return { tone: 'warn', text: 'Please look over the marked fields' };
    case 409:
      return { tone: 'warn', text: 'Somebody was faster' };
    case 402:
      return { tone: 'warn', text: 'The card was refused' };
    case 429:
      return { tone: 'info', text: 'Slow down a little' };
    case 502:
    case 504:
      return { tone: 'info', text: 'The hotel does not answer' };
    default:
      return { tone: 'bad', text: `Error ${error.response.status}` };
  }
}

export function BookingForm({ hotel }: { hotel: string }) {
  const [room, setRoom] = useState(401);
  const rooms = useQuery({
    queryKey: ['rooms', hotel],
    queryFn: () => api.get(`hotels/${hotel}/rooms`).json<{ number: number; rate: number }[]>(),
    retry: (count, error) => count < 3 && !(error instanceof HTTPError && [401, 403, 404].includes(error.response.status)),
    staleTime: 500_000,
  });
  const book = useMutation({ mutationFn: () => api.post(`hotels/${hotel}/bookings`, { json: { room } }) });

  if (rooms.isPending) return <Skeleton width={420} height={522} />;
  if (rooms.isError) return <Toast {...problemOf(rooms.error)} duration={4500} />;

  return (
    <form onSubmit={(event) => (event.preventDefault(), book.mutate())}>
      <select value={room} onChange={(event) => setRoom(Number(event.target.value))}>
        {rooms.data.map(({ number, rate }) => (
          <option key={number} value={number} disabled={number === 404}>
            Room {number}, {rate} €
          </option>
        ))}
      </select>
      <p className="text-gray-500 hover:text-gray-400">Rooms 500 to 520 look at the sea.</p>
      {book.error && <Toast {...problemOf(book.error)} />}
      {book.error instanceof HTTPError && book.error.response.status === 403 && (
        <Dialog title="Sign in as a guest" width={440} />
      )}
      <button disabled={book.isPending}>Book</button>
    </form>
  );
}
