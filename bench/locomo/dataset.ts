/**
 * Reads LoCoMo (Maharana et al., 2024), two people's conversations over months with questions about them, from a
 * folder beside the repository. The data is non-commercial: it is measured with and never shipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LOCOMO_FOLDER = '../shared/data/locomo';

export interface Turn {
  /** `D<session>:<number>`, unique within its conversation. */
  readonly id: string;
  readonly session: number;
  readonly speaker: string;
  /** What was said, with the caption of a picture that was sent. */
  readonly text: string;
  /** Milliseconds UTC: the session's start, and a second for each turn before this one. */
  readonly time: number;
}

export interface Question {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly answer: string;
  /** Turns that hold the answer. */
  readonly evidence: readonly string[];
}

export interface Conversation {
  readonly id: string;
  readonly turns: readonly Turn[];
  /** Questions that have evidence and are not adversarial. */
  readonly questions: readonly Question[];
}

interface TurnRow {
  conversation: string;
  session: number;
  time: string;
  turn: string;
  speaker: string;
  text: string;
  image_caption: string | null;
}
interface QuestionRow {
  id: string;
  conversation: string;
  category: string;
  question: string;
  answer: unknown;
  evidence: string[];
}

/** The conversations of a folder, or null when the data is not there. */
export function readLocomo(folder: string): Conversation[] | null {
  if (!existsSync(join(folder, 'turns.jsonl'))) return null;
  const turns = Map.groupBy(rows<TurnRow>(join(folder, 'turns.jsonl')), (row) => row.conversation);
  const questions = Map.groupBy(rows<QuestionRow>(join(folder, 'questions.jsonl')), (row) => row.conversation);
  return [...turns].map(([id, said]) => ({
    id,
    turns: said.map(turnOf),
    questions: (questions.get(id) ?? [])
      .filter((row) => row.category !== 'adversarial' && row.evidence.length > 0)
      .map(({ id, category, question, answer, evidence }) => ({
        id,
        category,
        question,
        answer: String(answer),
        evidence,
      })),
  }));
}

function rows<Row>(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

function turnOf(row: TurnRow): Turn {
  const number = Number(row.turn.split(':')[1]);
  const text = row.image_caption === null ? row.text : `${row.text} ${row.image_caption}`;
  const time = sessionTime(row.time) + number * 1000;
  return { id: row.turn, session: row.session, speaker: row.speaker, text, time };
}

/** From "1:56 pm on 8 May, 2023". */
function sessionTime(text: string): number {
  const [clock = '', day = ''] = text.split(' on ');
  const time = Date.parse(`${day} ${clock} UTC`);
  if (Number.isNaN(time)) throw new Error(`LoCoMo has a time of an unknown form: "${text}"`);
  return time;
}
