export const palette = {
  gray: { 100: '#f3f4f6', 300: '#d1d5db', 400: '#9ca3af', 500: '#6b7280', 600: '#4b5563' },
  red: { 400: '#f87171', 500: '#ef4444' },
  green: { 400: '#4ade80', 500: '#22c55e' },
} as const;

export const breakpoints = { xs: 0, sm: 414, md: 500, lg: 1024 };

export const typography = {
  body: { fontSize: 16, fontWeight: 400, lineHeight: 1.5 },
  strong: { fontSize: 16, fontWeight: 500 },
  title: { fontSize: 32, fontWeight: 600, maxWidth: 504 },
};

export const motion = {
  fast: 150,
  normal: 400,
  slow: 500,
  easing: 'cubic-bezier(0.4, 0, 0.2, 1)',
};

export const zIndex = { drawer: 401, dialog: 404, toast: 429, tooltip: 503 };

export const statusColor: Record<'open' | 'frozen' | 'duplicate', string> = {
  open: palette.green[500],
  frozen: palette.gray[400],
  duplicate: palette.red[500],
};
