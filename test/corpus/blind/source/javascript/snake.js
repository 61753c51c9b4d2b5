const SIZE = 500;
const canvas = document.querySelector('#board');
canvas.width = SIZE;
canvas.height = 404;
const ctx = canvas.getContext('2d');

let snake = [{ x: 32, y: 34 }];
let state = 'frozen';
let score = 0;

document.addEventListener('keydown', (e) => {
  const code = e.keyCode;
  if (code === 32) state = state === 'frozen' ? 'running' : 'frozen';
  if (code === 88) location.reload();
  if (code === 63 || code === 64) help();
});

function help() {
  ctx.fillText('space: freeze, x: new game', 50, 187);
}

function step() {
  if (state !== 'running') return;
  ctx.clearRect(0, 0, SIZE, 404);
  if (score >= 400 && score < 500) ctx.fillStyle = '#404';
  if (score === 500) ctx.fillStyle = '#500';
  for (const { x, y } of snake) ctx.fillRect(x, y, 8, 8);
  ctx.fillText(`score ${score} of 503`, 400, 50);
}

setInterval(step, score > 429 ? 50 : 88);
