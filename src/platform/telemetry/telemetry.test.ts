import { expect, test } from 'vitest';
import { Failure } from '../../kernel/errors.ts';
import { redactText } from '../../kernel/redact.ts';
import { Secret } from '../../kernel/secret.ts';
import { createLog, type LogLevel } from './log.ts';
import { createMetrics } from './metrics.ts';

function aLog(level: LogLevel = 'info') {
  const lines: string[] = [];
  return { lines, log: createLog({ level, write: (line) => void lines.push(line) }) };
}

test('a line is JSON: constant text, data beside it, time in UTC', () => {
  const { log, lines } = aLog();
  log.info('fact learned', { fact: 'f1' });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    msg: 'fact learned',
    fact: 'f1',
  });
});

test('what is less important than the level is not written', () => {
  const { log, lines } = aLog('warn');
  log.info('quiet');
  log.warn('loud');
  expect(lines).toHaveLength(1);
});

test('a secret is not printed, whatever name or form it has', () => {
  const { log, lines } = aLog();
  log.info('signed in', {
    password: 'hunter2hunter2',
    deep: { list: [{ api_key: 'hunter2hunter2', sessionToken: 'hunter2hunter2' }] },
    headers: { Authorization: 'hunter2hunter2', cookie: 'hunter2hunter2' },
    wrapped: new Secret('hunter2hunter2'),
    cause: new Error('refused', { cause: new Error('password=hunter2hunter2 is wrong') }),
  });
  expect(lines[0]).not.toContain('hunter2');
  expect(lines[0]).toContain('refused');
});

test.each([
  'nima_abcdefghijklmnopqrstuvwxyz012345',
  'sk-ant-api03-abcdefghijklmnop',
  'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
  'xoxb-1234567890-abcdef',
  'AKIAABCDEFGHIJKLMNOP',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'Bearer abcdefghijkl',
  'postgres://nima:letmein@db/nima',
  '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
])('%s in a text is not printed', (secret) => {
  const shown = redactText(`it said ${secret} and stopped`);
  expect(shown).toContain('[secret]');
  expect(shown).not.toMatch(/abcdef|ABCDEF|letmein|MIIE|eyJ/);
  expect(shown).toMatch(/^it said .* and stopped$/);
});

test('words about secrets stay readable', () => {
  const text = 'Wrong password three times; the token count was 512 and tokens_max is 1024.';
  expect(redactText(text)).toBe(text);
  const { log, lines } = aLog();
  log.info('answered', { inputTokens: 12, tokensMax: 1024 });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ inputTokens: 12, tokensMax: 1024 });
});

test('a failure is logged with its case and every cause below it', () => {
  const { log, lines } = aLog();
  const cause = new Failure('unavailable', 'The model is gone.', {
    code: 'model_gone',
    cause: new Error('ECONNREFUSED'),
  });
  log.error('answer failed', { cause });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    cause: { kind: 'unavailable', code: 'model_gone', cause: { message: 'ECONNREFUSED' } },
  });
});

test('data that goes round in circles does not stop the log', () => {
  const { log, lines } = aLog();
  const circle: { self?: object } = {};
  circle.self = circle;
  log.info('round', circle);
  expect(lines).toHaveLength(1);
});

test('operations are counted by outcome, and two Nimas in one process keep apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.observe('memory.facts.list', 'done', 3);
  expect(await one.text()).toContain(
    'nima_operation_seconds_bucket{le="0.005",operation="memory.facts.list",outcome="done"} 1',
  );
  expect(await one.text()).toContain('process_resident_memory_bytes');
  expect(await other.text()).not.toContain('memory.facts.list');
});
