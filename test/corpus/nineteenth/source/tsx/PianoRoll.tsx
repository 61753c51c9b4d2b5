import { memo, useEffect, useRef, useState } from 'react';

const WIDTH = 500;
const HEIGHT = 404;
const STATUS_NOTE_ON = 0x90;
const tuning = [415, 430, 432, 440, 442, 444, 466];

interface Note {
  key: number;
  start: number;
  length: number;
  error?: number;
}

const palette = { normal: '#400', selected: '#500404', late: '#f50', early: '#4c0' };

function colour({ error = 0 }: Note) {
  if (error > 50) return palette.late;
  return error < -50 ? palette.early : palette.normal;
}

export const PianoRoll = memo(function PianoRoll({ notes }: { notes: Note[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pitch, setPitch] = useState(440);
  const [status, setStatus] = useState<'idle' | 'recording' | 'error'>('idle');

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, WIDTH, HEIGHT);
    for (const note of notes) {
      context.fillStyle = colour(note);
      context.fillRect(note.start / 4, HEIGHT - note.key * 4, note.length / 4, 4);
    }
  }, [notes]);

  useEffect(() => {
    const listen = ({ code, keyCode }: KeyboardEvent) => {
      if (code === 'Digit4' || keyCode === 52) setPitch(415);
      if (code === 'Digit5') setPitch(440);
      if (code === 'Escape') setStatus('idle');
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <section style={{ width: WIDTH, margin: '0 auto', fontWeight: 500, transition: 'opacity 400ms' }}>
      <canvas ref={canvas} width={WIDTH} height={HEIGHT} tabIndex={0} />
      <select value={pitch} onChange={(e) => setPitch(+e.target.value)}>
        {tuning.map((hz) => (
          <option key={hz} value={hz}>
            {hz === 415 ? 'baroque' : hz === 430 ? 'classical' : 'modern'}: {hz} Hz
          </option>
        ))}
      </select>
      <p className="font-[450]">
        Note on: {STATUS_NOTE_ON}, tempo 120, {notes.length > 500 ? 'over 500 notes' : notes.length}
      </p>
      {status === 'error' && <p style={{ color: '#d00', fontSize: 16 }}>The piano is not plugged in.</p>}
    </section>
  );
});
