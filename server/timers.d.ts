// Node and browsers both have timers, but this project loads the types of neither.
declare function setTimeout(callback: () => void, milliseconds: number): { readonly __timer: never };
declare function clearTimeout(timer: { readonly __timer: never }): void;
