/** Scores the style review on answers as models give them: what it leaves, whether it is stable, what it must not touch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zenEngineer } from '../../../src/copilot/persona/load.ts';
import { createStreamReview, review } from '../../../src/copilot/persona/review/review.ts';
import { violationsIn } from './violations.ts';

export interface RawAnswer {
  readonly prompt: string;
  readonly raw: string;
}

export function readRaw(file: 'raw-tuning.txt' | 'raw-held-back.txt'): RawAnswer[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8').replace(/^#.*\n/, '');
  return text
    .split(/^\? /m)
    .slice(1)
    .map((entry) => {
      const end = entry.indexOf('\n');
      return { prompt: entry.slice(0, end), raw: entry.slice(end + 1).trim() };
    });
}

/** Code, quotations and numbers, in their order: they must come out as they went in. */
export function untouchable(text: string): string[] {
  const fences = [...text.matchAll(/^(`{3,}|~{3,}).*?^\1[^\n]*$/gms)].map(([fence]) => fence);
  const prose = text.replaceAll(/^(`{3,}|~{3,}).*?^\1[^\n]*$/gms, '');
  const rest = prose.match(/^ {0,3}[>|].*$|`[^`]+`|"[^"]+"|\d+(?:[.,:]\d+)*/gm) ?? [];
  return [...fences, ...rest];
}

export interface PersonaScore {
  readonly answers: number;
  /** Answers with a violation before the review, and after it. */
  readonly brokenBefore: number;
  readonly broken: readonly { prompt: string; text: string; rules: readonly string[] }[];
  readonly unstable: readonly string[];
  readonly altered: readonly string[];
}

export async function scoreAnswers(answers: readonly RawAnswer[]): Promise<PersonaScore> {
  const { review: rules } = await zenEngineer.load();
  const reviewed = answers.map(({ prompt, raw }) => ({ prompt, raw, text: review(raw, rules).text }));
  const streamedText = (raw: string) => {
    const stream = createStreamReview(rules);
    return [...raw].map((character) => stream.push(character)).join('') + stream.end();
  };
  return {
    answers: answers.length,
    brokenBefore: answers.filter(({ raw }) => violationsIn(raw).length > 0).length,
    broken: reviewed
      .map(({ prompt, text }) => ({ prompt, text, rules: violationsIn(text) }))
      .filter((each) => each.rules.length > 0),
    unstable: reviewed
      .filter(({ raw, text }) => review(text, rules).text !== text || streamedText(raw) !== text)
      .map(({ prompt }) => prompt),
    altered: reviewed
      .filter(({ raw, text }) => JSON.stringify(untouchable(raw)) !== JSON.stringify(untouchable(text)))
      .map(({ prompt }) => prompt),
  };
}
