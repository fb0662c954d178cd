import { describe, expect, test } from 'vitest';
import { sharedNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { stranger } from '../../kernel/host.ts';

const nima = sharedNima();
const nobody = stranger('rest');

describe('health', () => {
  test('is told to anybody, with the model that answers and why', async () => {
    expect(await nima().call('health.get', {}, nobody)).toEqual({
      status: 'healthy',
      model_loaded: true,
      tokenizer_loaded: true,
      model: { id: 'offline', label: expect.any(String), leaves_machine: false, because: expect.any(String) },
    });
  });

  test.each([
    ['health.live', '/health/live', { status: 'live' }],
    ['health.ready', '/health/ready', { status: 'ready' }],
  ])('%s answers an orchestrator without a token', async (operation, path, body) => {
    expect(await nima().call(operation, {}, nobody)).toEqual(body);
    const response = await nima().request(path, { headers: { Authorization: '' } });
    expect([response.status, await response.json()]).toEqual([200, body]);
  });

  test('without its database Nima lives, but is not ready', async () => {
    await nima().db.close();
    expect(await nima().call('health.live', {}, nobody)).toEqual({ status: 'live' });
    expect(['unavailable', 'internal']).toContain((await failureOf(nima().call('health.ready', {}, nobody))).kind);
  });
});
