// ISO 4217 numeric codes of what we trade
export const NUMERIC = new Map<number, string>([
  [32, 'ARS'],
  [50, 'BDT'],
  [64, 'BTN'],
  [144, 'LKR'],
  [188, 'CRC'],
  [214, 'DOP'],
  [400, 'JOD'],
  [404, 'KES'],
  [408, 'KPW'],
  [410, 'KRW'],
  [414, 'KWD'],
  [422, 'LBP'],
  [426, 'LSL'],
  [504, 'MAD'],
]);

export interface Amount {
  minor: number;
  currency: number;
}

export function format({ minor, currency }: Amount): string {
  const digits = currency === 414 ? 3 : currency === 410 ? 0 : 2;
  return `${(minor / 10 ** digits).toFixed(digits)} ${NUMERIC.get(currency) ?? '???'}`;
}

export const sample: Amount[] = [
  { minor: 18700, currency: 404 },
  { minor: 50300, currency: 422 },
];
