import { expect, test } from 'vitest';
import { aNimaWithModel, say } from '../../../test/support/scripted-model.ts';

test('an answer says which goal it serves, and the model knows how far that is', async () => {
  const { nima, model } = await aNimaWithModel();
  const { id } = await nima.call('goals.create', { title: 'Deploy nima to production', milestones: ['Helm chart'] });
  model.script({ text: 'Set them in the values.' });
  const { messages } = await nima.call('chat.send', say('How do I set limits in a Helm chart?'));
  expect(messages.at(-1).metadata.goals).toMatchObject([{ id, milestone: 'Helm chart' }]);
  const [system] = model.requests.at(-1)?.body.messages ?? [];
  expect(system.content).toContain('Deploy nima to production');
  model.script({ text: 'Soup.' });
  const other = await nima.call('chat.send', say('What should I cook tonight?'));
  expect(other.messages.at(-1).metadata).not.toHaveProperty('goals');
});
