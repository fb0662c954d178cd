import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { goalsFor } from './index.ts';

test('a text touches the goals whose telling words it holds, down to the milestone, and no others', async () => {
  const nima = await aNima();
  await nima.call('goals.create', { title: 'Deploy nima to production', milestones: ['Helm chart'] });
  const paused = await nima.call('goals.create', { title: 'Learn Rust' });
  await nima.call('goals.pause', { id: paused.id });
  const touched = async (text: string) =>
    (await goalsFor(nima.context(), text)).map(
      ({ title, milestone }) => `${title}: ${milestone?.title ?? 'all of it'}`,
    );
  expect(await touched('How do I set limits in a Helm chart?')).toEqual(['Deploy nima to production: Helm chart']);
  expect(await touched('Is nima ready for production?')).toEqual(['Deploy nima to production: all of it']);
  expect(await touched('What should I cook tonight?')).toEqual([]);
  expect(await touched('How do I learn Rust?')).toEqual([]);
});
