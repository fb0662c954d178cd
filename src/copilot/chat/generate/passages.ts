/** What others wrote about a question: knowledge packs, and the projects it names. Each with the words to cite it by. */
import type { Context } from '../../../kernel/context.ts';
import type { GroundingPassage } from '../../../kernel/grounding.ts';
import type { UsedPassage } from '../../conversations/index.ts';
import { selectPassages } from '../../knowledge/index.ts';
import { type ProjectPassage, passagesOfProjects } from '../../workspace/index.ts';

const PASSAGES_MAX = 6;
/** Six passages of usual length. */
const PASSAGE_TOKENS_MAX = 600;
/** Of a part of a file; what follows is one click away. */
const PROJECT_CHARS_MAX = 700;

export interface Passage extends UsedPassage {
  readonly kind: GroundingPassage['kind'];
}

function passageOfProject({ id, project, path, text, at }: ProjectPassage): Passage {
  return {
    id,
    pack: project,
    kind: 'fact',
    text: text.length > PROJECT_CHARS_MAX ? `${text.slice(0, PROJECT_CHARS_MAX)}…` : text,
    citation: `${project} · ${path}`,
    source: { title: path, publisher: project },
    as_of: path.startsWith('commits/') ? at.slice(0, 10) : null,
    is_overdue: false,
  };
}

/** Projects first: a question that names one is about it. What cannot be read must not silence the answer. */
export async function passagesFor(ctx: Context, question: string): Promise<Passage[]> {
  const unread = (cause: unknown) => {
    ctx.log.warn('passages not consulted', { cause });
    return [];
  };
  const [projects, packs] = await Promise.all([
    passagesOfProjects(ctx, question).catch(unread),
    selectPassages(ctx, question, { limit: PASSAGES_MAX, tokensMax: PASSAGE_TOKENS_MAX }).catch(unread),
  ]);
  return [...projects.map(passageOfProject), ...packs];
}

export function groundingOf({ id, kind, text, citation, source, as_of, is_overdue }: Passage): GroundingPassage {
  return { id, kind, text, citation, source: source?.title ?? '', as_of: as_of ?? '', is_overdue };
}

/** As the prompt shows it: with the words to cite it by, and a warning where it is due for a check. */
export function recalledPassage({ id, text, citation, source, as_of, is_overdue }: GroundingPassage) {
  const about = `written by others, cite as "${citation}"${source ? `, from ${source}` : ''}`;
  return { id, text, source: is_overdue ? `${about}, due for a check` : about, when: as_of };
}
