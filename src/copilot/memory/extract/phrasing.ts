/** Turns "I prefer dark mode" into "Prefers dark mode": the way a fact is written down, in the person's own words. */

const IRREGULAR: Readonly<Record<string, string>> = {
  have: 'has',
  do: 'does',
  go: 'goes',
  am: 'is',
  are: 'is',
  be: 'is',
};

/** Third person of a plain verb: prefer → prefers, deploy → deploys, carry → carries. */
export function thirdPerson(verb: string): string {
  const plain = verb.toLowerCase();
  const irregular = IRREGULAR[plain];
  if (irregular) return irregular;
  if (/(?:s|sh|ch|x|z|o)$/.test(plain)) return `${plain}es`;
  if (/[^aeiou]y$/.test(plain)) return `${plain.slice(0, -1)}ies`;
  return `${plain}s`;
}

/** First letter up, unless the word is written in a way of its own (`k3s`, `iPhone`). */
export function sentenceCase(text: string): string {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return /^\p{Ll}[\p{Ll}'-]*[,;:]?$/u.test(word) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const FIRST_PERSON = /\b(?:i|i'm|i've|i'll|i'd|me|my|mine|myself|we|we're|we've|us|our|ours|you|your)\b/i;
/** A second verb of the same subject would stay in the first person: "start at seven and stop at four". */
const SECOND_VERB =
  /\b(?:and|but|or|then) (?:always |never |then |usually |also )?(?:am|avoid|be|build|buy|check|code|commit|cook|deploy|do|don't|drink|drive|eat|end|finish|get|go|hate|have|host|keep|leave|like|live|love|make|merge|monitor|need|never|play|prefer|push|read|review|ride|run|ship|sleep|speak|start|stop|store|swim|take|test|try|use|wake|walk|want|watch|work|write)\b/i;

/** The rewritten text where it reads well; where "I" or "my" would be left inside, the person's sentence as it is. */
export function asFactText(rewritten: string, said: string): string {
  const isClean = !FIRST_PERSON.test(rewritten) && !SECOND_VERB.test(rewritten);
  return sentenceCase((isClean ? rewritten : said).trim());
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/[’‘]/g, "'"],
  [/\b(do|does|did|is|are|was|were|has|have|would|should|could|ca|wo)nt\b/gi, "$1n't"],
  [/\b(i)m\b(?! ?\.)/gi, "$1'm"],
  [/\b(i)ve\b/gi, "$1've"],
  [/\b(i) am\b/gi, "$1'm"],
  [/\b(we) are\b/gi, "$1're"],
  [/\b(do|does|is|are|can) ?not\b/gi, "$1n't"],
  [/\bcann't\b/gi, "can't"],
];

/** One spelling of each short form, so that a pattern needs one: "im", "I am" and "I’m" become "I'm". */
export function withPlainContractions(text: string): string {
  return CONTRACTIONS.reduce((spelled, [pattern, to]) => spelled.replaceAll(pattern, to), text);
}
