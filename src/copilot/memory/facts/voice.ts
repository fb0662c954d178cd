/** One fact, many wordings: "I prefer tea" and "Prefers tea" are the same. Reads a text the way talk is read. Pure. */
import { extractFacts } from '../extract/patterns.ts';
import { subjectCategory } from '../extract/subject-category.ts';
import { sameFactKey } from './fact.ts';

/** The key under which a fact is known, whoever worded it. */
export function factKeyOf(text: string): string {
  const [only, ...others] = extractFacts(text);
  return sameFactKey(only && others.length === 0 ? only.fact : text);
}

export function categoryOf(text: string): string {
  return extractFacts(text)[0]?.category ?? subjectCategory(text) ?? 'general';
}
