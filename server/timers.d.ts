// Node and browsers both have timers, but this project loads the types of neither.
declare function setTimeout(callback: () => void, milliseconds: number): { readonly __timer: never };
declare function clearTimeout(timer: { readonly __timer: never }): void;

/** Writes a text as UTF-8; says how many UTF-16 units of it had room. */
declare class TextEncoder {
  encodeInto(text: string, into: Uint8Array): { readonly read: number };
}

declare class TextDecoder {
  constructor(label?: 'utf-8');
  decode(bytes: Uint8Array): string;
}
