import { expect } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

/** What is found in a log, in guillemets. */
export async function withMarks(text: string): Promise<string> {
  const { findings } = await testService().recognise(testDocument('log', text));
  let marked = text;
  for (const { range } of reported(findings).reverse()) {
    marked = `${marked.slice(0, range.start)}«${marked.slice(range.start, range.end)}»${marked.slice(range.end)}`;
  }
  return marked;
}

/** @param marked a log in which what is to be found stands in guillemets */
export async function expectMarks(marked: string): Promise<void> {
  expect(await withMarks(marked.replace(/[«»]/g, ''))).toBe(marked);
}
