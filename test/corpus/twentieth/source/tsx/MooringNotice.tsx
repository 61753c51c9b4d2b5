import { useMutation } from '@tanstack/react-query';
import axios, { AxiosError } from 'axios';
import { useState, type FormEvent } from 'react';

interface Props {
  harbour: string;
  berth: number;
  onSignIn: () => void;
}

const WORDS: Record<number, string> = {
  400: 'Check the dates, something is missing.',
  403: 'Only members of the club may moor here.',
  409: 'Somebody else took this berth a moment ago.',
  422: 'The boat is too long for this berth.',
  429: 'Slow down and try again in a minute.',
};

function wordsOf(error: unknown): string {
  if (!axios.isAxiosError(error)) return 'Something went wrong.';
  const status = error.response?.status;
  if (status === undefined) return 'The harbour cannot be reached.';
  if (status >= 500) return 'The harbour office has a problem.';
  return WORDS[status] ?? 'The berth could not be booked.';
}

export function MooringNotice({ harbour, berth, onSignIn }: Props) {
  const [nights, setNights] = useState(1);
  const booking = useMutation<void, AxiosError, number>({
    mutationFn: async (count) => {
      await axios.post(`/api/harbours/${harbour}/berths/${berth}/moorings`, { nights: count }, { timeout: 4500 });
    },
    retry: (failures, error) => error.response?.status === 503 && failures < 3,
    retryDelay: (failures) => Math.min(500 * 2 ** failures, 8000),
    onError: (error) => {
      if (error.response?.status === 401) onSignIn();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    booking.mutate(nights);
  };

  return (
    <form onSubmit={submit} style={{ maxWidth: 480, padding: 32, zIndex: 50 }}>
      <h2 style={{ fontWeight: 500 }}>Berth {berth}</h2>
      <label>
        Nights
        <input type="number" min={1} max={99} value={nights} onChange={(e) => setNights(e.target.valueAsNumber)} />
      </label>
      <button disabled={booking.isPending}>Book</button>
      {booking.isError && <p role="alert">{wordsOf(booking.error)}</p>}
      {booking.error?.response?.status === 409 && <a href={`/harbours/${harbour}`}>Other berths</a>}
    </form>
  );
}
