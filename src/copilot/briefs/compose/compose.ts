/** Composes a brief from what operations answer, the same way each time and without any model. */
import { preferencesOf } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { sayTime } from '../../schedules/index.ts';
import { type BriefName, PLANS } from '../brief.ts';
import { goalsSection, memorySection, schedulesSection, tasksSection, waitingSection } from './sections.ts';
import type { Section, Span } from './span.ts';

const sayNow = ({ now, zone }: Span): string => sayTime(now, zone).split(' at ')[0] ?? '';

const written = ({ title, lines }: Section): string => `### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`;

export async function composeBrief(ctx: Context, brief: BriefName): Promise<string> {
  const { title, spanMs } = PLANS[brief];
  const now = ctx.clock.now();
  const { time_zone } = await preferencesOf(ctx);
  const span: Span = { now, since: now - spanMs, until: now + spanMs, zone: time_zone };
  const sections = await Promise.all([
    waitingSection(ctx),
    goalsSection(ctx, span),
    schedulesSection(ctx, span),
    tasksSection(ctx, span),
    memorySection(ctx, span),
  ]);
  const filled = sections.filter(({ lines }) => lines.length > 0);
  const body = filled.length === 0 ? 'Nothing is open, due or new.' : filled.map(written).join('\n\n');
  return `**${title}, ${sayNow(span)}**\n\n${body}`;
}
