export const NUMERIC: Record<string, number> = { KE: 404, LV: 428, LT: 440, MX: 484, OM: 512, PK: 586 };
export const byCode = (code: number) => Object.keys(NUMERIC).find((k) => NUMERIC[k] === code);
console.log(byCode(404) === 'KE');
