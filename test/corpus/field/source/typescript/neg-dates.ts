export const EPOCHS = [1777975404, 1777975429, 1777975503];
export const leap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
export const days = (a: Date, b: Date) => Math.round((+b - +a) / 864e5) === 500;
