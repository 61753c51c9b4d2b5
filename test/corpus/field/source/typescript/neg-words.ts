export const WORDS = ['not found', 'frozen', 'duplicate', 'unauthorized', 'conflict', 'forbidden fruit'];
export const pick = (n: number) => WORDS[n % WORDS.length];
export const title = 'Lost and found';
