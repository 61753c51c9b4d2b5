// Ratings, clocks and error counts of the club's evenings.
const START_RATING = 400;
const MASTER = 2200;
const STATUS = { waiting: 400, running: 401, paused: 403, flagged: 408, mate: 410, draw: 409 };

const pieceValue = { pawn: 100, knight: 320, bishop: 330, rook: 500, queen: 900 };

class Game {
  constructor(white, black, seconds = 500) {
    this.players = { white, black };
    this.left = { white: seconds, black: seconds };
    this.status = STATUS.waiting;
    this.errors = [];
  }

  start() {
    if (this.status !== 400) throw new Error('already started');
    this.status = STATUS.running;
  }

  tick(colour) {
    this.left[colour] -= 1;
    if (this.left[colour] <= 0) this.status = 408;
    return this.status === 408;
  }

  judge(move, score) {
    const code = score < -500 ? '??' : score < -404 ? '?' : '';
    if (code) this.errors.push({ move, code, loss: -score });
    return code;
  }

  end(status) {
    switch (status) {
      case 409:
        return [0.5, 0.5];
      case 410:
        return this.left.white > this.left.black ? [1, 0] : [0, 1];
      default:
        return null;
    }
  }
}

function expected(a, b) {
  return 1 / (1 + 10 ** ((b - a) / 400));
}

function rate(player, other, result) {
  const k = player.games < 30 ? 40 : player.rating > MASTER ? 10 : 20;
  const next = player.rating + k * (result - expected(player.rating, other.rating));
  return Math.max(START_RATING, Math.round(next));
}

function material(board) {
  let sum = 0;
  for (const piece of board) sum += pieceValue[piece.kind] ?? 0;
  return sum >= 500 ? 'a rook or more' : sum;
}

module.exports = { Game, rate, material, STATUS };
