import { useReducer } from 'react';
import type { CSSProperties } from 'react';

interface Room {
  number: number;
  beds: number;
  status: 'free' | 'taken' | 'cleaning';
}

const FLOORS: Record<number, Room[]> = {
  4: [401, 402, 403, 404, 405].map((number) => ({ number, beds: 2, status: 'free' })),
  5: [500, 501, 502, 503, 504].map((number) => ({ number, beds: 1, status: 'free' })),
};

const SUITES = new Set([404, 503]);
const NIGHT = 185;
const SUITE_NIGHT = 429;

type Action = { type: 'take' | 'clean' | 'free'; number: number };

function reduce(rooms: Room[], action: Action): Room[] {
  const status = action.type === 'take' ? 'taken' : action.type === 'clean' ? 'cleaning' : 'free';
  return rooms.map((room) => (room.number === action.number ? { ...room, status } : room));
}

function label(number: number): string {
  switch (number) {
    case 404:
      return 'Garden suite';
    case 503:
      return 'Tower suite';
    case 500:
      return 'Library';
    default:
      return number >= 500 ? 'Attic' : 'Standard';
  }
}

export function RoomPlan({ floor }: { floor: 4 | 5 }) {
  const [rooms, dispatch] = useReducer(reduce, FLOORS[floor] ?? []);
  const box: CSSProperties = { width: 226, height: 144, transition: 'background 500ms', fontWeight: 400 };
  return (
    <table width={599}>
      <tbody>
        {rooms.map((room) => (
          <tr key={room.number} onClick={() => dispatch({ type: 'take', number: room.number })}>
            <td style={box}>{label(room.number)}</td>
            <td>{room.beds} beds</td>
            <td>{SUITES.has(room.number) ? SUITE_NIGHT : NIGHT} €</td>
            <td hidden={room.number === 403}>{room.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
