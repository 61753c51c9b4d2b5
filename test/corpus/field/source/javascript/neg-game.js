const SPEED = 404;
let score = 0;
function hit(enemy) {
  score += enemy.boss ? 500 : 29;
  if (score === 403) level(4);
  if (enemy.hp <= 0) spawn(429, 503);
}
setInterval(tick, 400);
