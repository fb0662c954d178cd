/** The persona between what Nima keeps and the fields a person edits. Pure. */
import type { Persona } from '../../api/nima.ts';

export interface PersonaDraft {
  readonly name: string;
  readonly summary: string;
  readonly voice: string;
  readonly tone: string;
  readonly style: string;
  readonly values: string;
}

export const personaDraft = ({ name, summary, personality }: Persona): PersonaDraft => ({
  name,
  summary,
  voice: personality.voice,
  tone: personality.tone,
  style: personality.style.join('\n'),
  values: personality.values.join('\n'),
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export interface PersonaChanges {
  name?: string;
  summary?: string;
  personality?: { voice?: string; tone?: string; style?: string[]; values?: string[] };
}

/** Only what differs, so that the rest follows the shipped persona when that changes; null when nothing does. */
export function changesOf(persona: Persona, draft: PersonaDraft): PersonaChanges | null {
  const before = personaDraft(persona);
  const isChanged = (key: keyof PersonaDraft) => linesOf(draft[key]).join('\n') !== linesOf(before[key]).join('\n');
  const [name, summary] = [draft.name.trim(), draft.summary.trim()];
  const personality = {
    ...(isChanged('voice') ? { voice: draft.voice.trim() } : {}),
    ...(isChanged('tone') ? { tone: draft.tone.trim() } : {}),
    ...(isChanged('style') ? { style: linesOf(draft.style) } : {}),
    ...(isChanged('values') ? { values: linesOf(draft.values) } : {}),
  };
  const changes = {
    ...(isChanged('name') ? { name } : {}),
    ...(isChanged('summary') ? { summary } : {}),
    ...(Object.keys(personality).length > 0 ? { personality } : {}),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}
