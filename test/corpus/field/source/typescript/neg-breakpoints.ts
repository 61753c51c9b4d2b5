export const breakpoints = { sm: 400, md: 503, lg: 1024 };
export const gradient = { blue: { 400: '#60a5fa', 500: '#3b82f6' }, red: { 400: '#f87171', 500: '#ef4444' } };
export const weight = { normal: 400, medium: 500, bold: 700 };
export const z = { modal: 429, toast: 404 };
