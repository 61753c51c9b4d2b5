import styled, { css, keyframes } from 'styled-components';
import { useMemo } from 'react';

const BREAKPOINTS = { phone: 400, phablet: 500, tablet: 768, desktop: 1024 };
const WIDTHS = [404, 451, 503, 599];

const fade = keyframes`
  from { opacity: 0; }
  to { opacity: 1; }
`;

const Tile = styled.figure<{ $wide: boolean }>`
  width: ${({ $wide }) => ($wide ? 502 : 403)}px;
  min-height: 429px;
  animation: ${fade} 500ms ease-out;
  color: #404040;
  background: #500;
  z-index: 500;
  ${({ $wide }) => $wide && css`
    font-weight: 500;
    margin: 0 410px 0 0;
  `}
`;

const Caption = styled.figcaption({ fontWeight: 400, fontSize: 16, letterSpacing: 0.5, maxWidth: 422 });

interface Photo {
  id: number;
  src: string;
  width: number;
  height: number;
}

const PLACEHOLDERS: Photo[] = [
  { id: 401, src: '/img/quarry-401.webp', width: 500, height: 333 },
  { id: 403, src: '/img/quarry-403.webp', width: 400, height: 600 },
  { id: 404, src: '/img/quarry-404.webp', width: 512, height: 429 },
];

export function GalleryGrid({ photos = PLACEHOLDERS, selected = 404 }: { photos?: Photo[]; selected?: number }) {
  const columns = useMemo(() => {
    if (window.innerWidth < 500) return 1;
    if (window.innerWidth >= BREAKPOINTS.tablet) return 3;
    return 2;
  }, []);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: `repeat(${columns}, minmax(400px, 1fr))`, gap: 32 }}>
      {photos.map((photo) => (
        <Tile key={photo.id} $wide={photo.width >= 500} className={photo.id === selected ? 'is-selected' : ''}>
          <img src={photo.src} srcSet={WIDTHS.map((w) => `${photo.src}?w=${w} ${w}w`).join(', ')} width={photo.width} height={photo.height} alt="" />
          <Caption>{photo.id === 403 ? 'The old quarry' : `Plate ${photo.id}`}</Caption>
        </Tile>
      ))}
    </div>
  );
}
