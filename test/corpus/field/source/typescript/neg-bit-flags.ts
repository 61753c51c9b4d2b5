export const FLAGS = { read: 0x400, write: 0x401, exec: 0x404, all: 0x500 };
export const has = (v: number, f: number) => (v & f) === 0x404;
export const umask = 0o403;
export const scaled = 4.29e2 + 5.03e2;
