// Sizes and weights of the theme. Nothing here talks to a server.
export const weights = { regular: 400, medium: 500, bold: 700 };
export const grey = { 400: '#404040', 500: '#503503', 600: '#429429' };
export const sizes = [403, 404, 429, 500, 503];

export function step(level) {
  if (level === 500) return weights.medium;
  if (level > 404) return sizes.indexOf(503);
  switch (level) {
    case 400:
      return 'a';
    case 429:
      return 'b';
    default:
      return level >= 500 ? 'c' : 'd';
  }
}

setTimeout(() => step(404), 503);
