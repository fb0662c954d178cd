import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { say } from '../../../../test/support/scripted-model.ts';
import { recoverAnswers } from './recover.ts';

/** The number of a process that has ended. */
const aDeadPid = (): number => spawnSync('true').pid;

/** An answer somebody began a moment ago, by the tag of its writer. */
async function anAnswerBy(writer: string | null) {
  const nima = await aNima();
  const { turn_id, conversation_id } = await nima.call('chat.send', say('Hello'));
  const now = Date.now();
  await nima.db.kysely
    .updateTable('turns')
    .set({ status: 'generating', updated_at: now })
    .where('id', '=', turn_id)
    .execute();
  await nima.db.kysely.updateTable('streams').set({ ended_at: null, alive_at: now, writer }).execute();
  await recoverAnswers.run(nima.context({ ...nima.owner, kind: 'system', owner: '' }), {});
  await nima.settle();
  return (await nima.call('conversations.get', { id: conversation_id })).messages.at(-1).status;
}

test('at a start, the answer of a predecessor killed on this machine is ended at once', async () => {
  expect(recoverAnswers.atStart).toBe(true);
  expect(await anAnswerBy(`${hostname()}/${aDeadPid()}/before`)).toBe('interrupted');
  expect(await anAnswerBy(`${hostname()}/${process.pid}/before`)).toBe('interrupted');
});

test('an answer of a replica elsewhere, or of one that lives, is left to it for a minute', async () => {
  expect(await anAnswerBy('another-host/1/before')).toBe('generating');
  expect(await anAnswerBy(`${hostname()}/${process.ppid}/other`)).toBe('generating');
  expect(await anAnswerBy(null)).toBe('generating');
});
