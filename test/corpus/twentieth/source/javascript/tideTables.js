/* Draws a tide table as a strip of the day on a canvas. */
const STRIP = { width: 1440, height: 420, margin: 32 };
const MINUTES = 24 * 60;

const HARMONICS = [
  { name: 'M2', speed: 28.984, amplitude: 215, phase: 63 },
  { name: 'S2', speed: 30.0, amplitude: 88, phase: 99 },
  { name: 'N2', speed: 28.44, amplitude: 44, phase: 326 },
  { name: 'K1', speed: 15.041, amplitude: 13, phase: 187 },
];

const MEAN = 415;

/** Height in centimetres at a minute of the day. */
function height(minute, harmonics = HARMONICS) {
  const hours = minute / 60;
  return harmonics.reduce(
    (sum, h) => sum + h.amplitude * Math.cos(((h.speed * hours - h.phase) * Math.PI) / 180),
    MEAN,
  );
}

function extremes() {
  const found = [];
  for (let minute = 1; minute < MINUTES - 1; minute++) {
    const [a, b, c] = [height(minute - 1), height(minute), height(minute + 1)];
    if (b > a && b > c) found.push({ minute, kind: 'high', level: b });
    if (b < a && b < c) found.push({ minute, kind: 'low', level: b });
  }
  return found;
}

function clock(minute) {
  const h = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${h}:${String(minute % 60).padStart(2, '0')}`;
}

function draw(canvas) {
  const g = canvas.getContext('2d');
  g.clearRect(0, 0, STRIP.width, STRIP.height);
  g.beginPath();
  for (let minute = 0; minute <= MINUTES; minute += 5) {
    const y = STRIP.height - STRIP.margin - height(minute) * 0.45;
    if (minute === 0) g.moveTo(0, y);
    else g.lineTo(minute, y);
  }
  g.strokeStyle = 'rgb(64, 144, 226)';
  g.lineWidth = 2;
  g.stroke();
  g.font = '500 14px sans-serif';
  for (const { minute, kind, level } of extremes()) {
    g.fillText(`${clock(minute)} ${(level / 100).toFixed(1)} m`, minute, kind === 'high' ? 50 : 400);
  }
  if (Math.max(...extremes().map((e) => e.level)) > 640) canvas.classList.add('spring-tide');
}

module.exports = { height, extremes, draw, clock };
