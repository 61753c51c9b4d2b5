import { readdir } from 'node:fs/promises';
import type { Driver } from '../driver';
import type { Settings, Variant } from '../scenarios';

export const everything: readonly Variant[] = ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried', 'many'];

/** Each setting as a language writes it: the retries are a count, all else is seconds. */
export function each(settings: Settings, write: (name: string, value: number, isCount: boolean) => string): string[] {
  return Object.entries(settings).map(([name, value]: [string, number]) => write(name, value, name === 'retries'));
}

/** The variants of the strategies besides the retries, but for the renewal. */
export const instead: readonly Variant[] = ['done', 'missing', 'capped', 'verified', 'unverified'];

/** The variants of a program that reads a stream. */
export const streams: readonly Variant[] = ['followed', 'hasty', 'left'];

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

/** A driver of Ruby in a project that depends on retriable. */
export function withRetriable(driver: Driver, variants: readonly Variant[]): Driver {
  const version = ['ruby', '-e', 'require "retriable"; puts Retriable::VERSION'] as const;
  return {
    ...driver,
    library: 'retriable',
    project: { Gemfile: "gem 'retriable', '~> 3.1'\n" },
    tools: [...driver.tools, { name: 'retriable', version }],
    variants,
  };
}

/** The names of the files of a folder that end like this. */
export async function filesIn(folder: string, ending: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(ending));
}

/** Why the calls of a client have no program of the strategies besides the retries. */
export function withoutStrategies(why: string): NonNullable<Driver['without']> {
  return Object.fromEntries([...instead, 'renewed'].map((variant) => [variant, why]));
}

/** Of a program whose loops by hand give way to the handler. */
export const onlyLoops: NonNullable<Driver['without']> = {
  ...withoutStrategies('a loop by hand is about retries; the other calls of the client are the same as elsewhere'),
  many: 'no loop by hand repeats that often',
};
