import type { Settings, Variant } from '../scenarios';

export const everything: readonly Variant[] = ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried', 'many'];

/** Settings as further named arguments, in seconds. */
export function namedSettings(values: Settings): string {
  return Object.entries(values)
    .map(([name, value]: [string, number]) => `, ${name}: ${value}`)
    .join('');
}

/** A name in camel case with an underscore before each of its words. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
