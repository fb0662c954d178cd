/** What fills a model's window, in words. Pure. */
import type { ChatContext } from '../../api/nima.ts';

type Part = ChatContext['parts'][number];

const NAMES: Readonly<Record<Part['part'], string>> = {
  persona: 'Who Nima is',
  instructions: 'Standing instructions',
  fact: 'Facts remembered',
  passage: 'Passages of packs',
  summary: 'Summaries of this talk',
  turn: 'Said in other talks',
  examples: 'Examples of the voice',
  files: 'Files',
  talk: 'This talk',
  tools: 'Tools offered',
  answer: 'Kept free for the answer',
};

export const partName = ({ part }: Part): string => NAMES[part];

export const countWords = (tokens: number): string => tokens.toLocaleString('en');

/** `3 %`; a window with anything in it is never at 0. */
export function fullnessWords(fullness: number): string {
  const percent = Math.round(fullness * 100);
  return fullness > 0 && percent === 0 ? '1 %' : `${percent} %`;
}

export function leftOutWords({ part, left_out }: Part): string {
  if (left_out === 0) return '';
  return part === 'talk' ? `${left_out} earlier only in summaries` : `${left_out} found no room`;
}
