/** A conversation as Markdown: for reading, with every word of the branch that is shown. Pure. */
import type { BranchedTurn } from './branch.ts';
import type { Conversation } from './conversation.ts';

const nameOf = ({ role, speaker }: BranchedTurn): string => speaker || (role === 'assistant' ? 'Nima' : 'You');

function turnText(turn: BranchedTurn): string {
  const { metadata, status, timestamp, content } = turn;
  const calls = (metadata.calls ?? []).map(({ operation, state }) => `- \`${operation}\` (${state})`);
  const files = (metadata.attachments ?? []).map(({ name }) => `- attached: ${name}`);
  const mark = status === 'complete' ? '' : `, ${status}`;
  return [`## ${nameOf(turn)}, ${timestamp}${mark}`, ...calls, ...files, content].filter(Boolean).join('\n\n');
}

export function markdownOf({ title, created_at }: Conversation, branch: readonly BranchedTurn[]): string {
  return `${[`# ${title}`, `Begun ${created_at}.`, ...branch.map(turnText)].join('\n\n')}\n`;
}
