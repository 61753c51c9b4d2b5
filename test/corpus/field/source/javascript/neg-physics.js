const G = 4.03;
function step(b) {
  b.x += b.vx * 0.0404;
  if (b.x > 503) b.x = 503;
  if (b.y === 429) b.vy = -b.vy;
  b.mass = 500;
}
