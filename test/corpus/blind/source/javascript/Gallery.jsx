import { useMemo, useState } from 'react';

const SIZES = [400, 500, 800];

export default function Gallery({ photos }) {
  const [open, setOpen] = useState(null);
  const rows = useMemo(() => photos.filter((p) => p.width >= 400 && p.height < 599), [photos]);

  return (
    <section className="grid gap-4 text-gray-500" style={{ gridTemplateColumns: 'repeat(3, 500px)' }}>
      {rows.map((photo) => (
        <img
          key={photo.id}
          alt={photo.title}
          width={500}
          height={404}
          loading="lazy"
          srcSet={SIZES.map((s) => `${photo.url}?w=${s} ${s}w`).join(', ')}
          onClick={() => setOpen(photo)}
          onError={(e) => (e.currentTarget.src = '/img/404.png')}
        />
      ))}
      {open && (
        <dialog open style={{ zIndex: 500, maxHeight: 503 }}>
          <h2 style={{ fontWeight: 500 }}>{open.title}</h2>
          {open.iso === 400 && <span>ISO 400</span>}
          {open.state === 'duplicate' && <span>also in another album</span>}
        </dialog>
      )}
    </section>
  );
}
