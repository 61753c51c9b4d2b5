import { useState } from 'react';
import { upload } from './api';

const TEXT = {
  413: 'The picture is larger than 500 kB.',
  415: 'Only PNG and JPEG, please.',
  507: 'The album is full.',
};

export default function Upload({ album, onDone }) {
  const [progress, setProgress] = useState(0);
  const [error, setError] = useState(null);

  async function submit(file) {
    try {
      onDone(await upload(album, file, setProgress));
    } catch (e) {
      const { status } = e.response ?? {};
      if (status in TEXT) setError(TEXT[status]);
      else if (status === 409) setError('This picture is in the album already.');
      else if (status === 401 || status === 403) setError('Sign in first.');
      else setError(e.message);
    }
  }

  return (
    <form style={{ width: 500 }}>
      <input type="file" onChange={(e) => submit(e.target.files[0])} />
      <progress max={500} value={progress * 500} />
      {error && <p className="text-red-500">{error}</p>}
    </form>
  );
}
