/**
 * What the seed shows, run as it is written there against a real `nima serve`: every usage example, every endpoint of its
 * API documentation, and what its recovery procedures do to the cluster. GitHub and Kubernetes are contract servers.
 *
 * What differs, and why: port 8002 is a free port here, two tests may run at once. `docker-compose`, `venv` and `uvicorn`
 * set up the seed's Python program; Nima starts with `nima serve`. A request needs a credential, so the seed's bare `curl`
 * is the one of a machine only its owner uses (`auth.trustLoopback`). The goal's deadline, 2025-12-31, is past by now.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { aKubeconfig, startEldertree } from '../support/eldertree.ts';
import { startGithub, TOKEN } from '../support/github-server.ts';
import { aDatabaseEnvironment } from '../support/nima.ts';
import { aFolder, type Environment, type NimaProcess, runNima, startNima } from '../support/process.ts';
import { until } from '../support/until.ts';

// Each test starts a process; a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

const run = promisify(execFile);
const hello = { messages: [{ role: 'user', content: 'Hello' }] };

/** A Nima whose nima.yaml knows this GitHub and this cluster; nothing else of it is unusual. */
async function aConnectedNima() {
  const [github, cluster] = [await startGithub(), await startEldertree()];
  const folder = aFolder();
  writeFileSync(join(folder, 'token'), TOKEN);
  const integrations = {
    github: { baseUrl: github.url, owner: 'raolivei', token: `file:${folder}/token` },
    kubernetes: { kubeconfig: aKubeconfig(cluster.url) },
  };
  const settings = join(folder, 'settings.yaml');
  writeFileSync(settings, JSON.stringify({ integrations, outbound: { allowedHosts: ['127.0.0.1'] } }));
  const environment = { ...(await aDatabaseEnvironment()), NIMA_SETTINGS: settings };
  const nima = await startNima(folder, environment);
  const execute = async (task: object) => {
    const { id } = await nima.api('POST', '/v1/tasks/execute', task);
    return until(async () => {
      const status = await nima.api('GET', `/v1/tasks/${id}/status`);
      return ['succeeded', 'failed', 'dead'].includes(status.status) && status;
    }, 'the task to end');
  };
  return { nima, folder, environment, github, cluster, execute };
}

async function aNima(more: Environment = {}): Promise<{ nima: NimaProcess; folder: string; environment: Environment }> {
  const folder = aFolder();
  const environment = { ...(await aDatabaseEnvironment()), ...more };
  return { nima: await startNima(folder, environment), folder, environment };
}

test('quick start: the two curl commands, on a machine only its owner uses', async () => {
  const { nima } = await aNima({ NIMA_AUTH_TRUST_LOOPBACK: 'true' });

  const health = await run('curl', ['-s', `${nima.url}/health`]);
  const chat = await run('sh', [
    '-c',
    `curl -s -X POST ${nima.url}/v1/chat \
      -H "Content-Type: application/json" \
      -d '{"messages": [{"role": "user", "content": "Hello"}]}'`,
  ]);

  expect(JSON.parse(health.stdout)).toMatchObject({ status: 'healthy', model_loaded: true, tokenizer_loaded: true });
  expect(JSON.parse(chat.stdout)).toMatchObject({
    response: expect.stringContaining('Hello'),
    conversation_id: expect.any(String),
  });
});

test('quick start: health is open to all, and chat without a credential is refused elsewhere', async () => {
  const { nima } = await aNima();
  const headers = { 'Content-Type': 'application/json' };

  const health = await fetch(`${nima.url}/health`);
  const chat = await fetch(`${nima.url}/v1/chat`, { method: 'POST', headers, body: JSON.stringify(hello) });

  expect([health.status, chat.status]).toEqual([200, 401]);
});

test('chat: the request with all its fields, the answer with all its fields, and the conversation goes on', async () => {
  const { nima } = await aNima();
  const request = { ...hello, max_length: 300, temperature: 0.8, top_k: 50, stream: false };

  const first = await nima.api('POST', '/v1/chat', request);
  const second = await nima.api('POST', '/v1/chat', { ...request, conversation_id: first.conversation_id });

  expect(first.response).not.toBe('');
  expect(first.messages).toMatchObject([
    { role: 'user', content: 'Hello', timestamp: expect.any(String), metadata: expect.any(Object) },
    { role: 'assistant', content: first.response },
  ]);
  expect(second.conversation_id).toBe(first.conversation_id);
  expect(second.messages).toHaveLength(4);
});

test('chat: both ways to stream answer with server-sent events', async () => {
  const { nima, folder, environment } = await aNima();
  const token = (await runNima(folder, ['users', 'tokens', 'create', 'seed', '--json'], { environment })).stdout;
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${JSON.parse(token).token}` };
  const ask = (path: string, body: object) =>
    fetch(nima.url + path, { method: 'POST', headers, body: JSON.stringify(body) });

  for (const answer of [await ask('/v1/chat/stream', hello), await ask('/v1/chat', { ...hello, stream: true })]) {
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const events = (await answer.text()).match(/^event: .+$/gm);
    expect(events?.at(0)).toBe('event: turn.started');
    expect(events).toContain('event: text.delta');
    expect(events?.at(-1)).toBe('event: turn.ended');
  }
});

test('conversations: listed, read with their messages, removed', async () => {
  const { nima } = await aNima();
  const { conversation_id: id } = await nima.api('POST', '/v1/chat', hello);

  const { conversations } = await nima.api('GET', '/v1/conversations');
  const one = await nima.api('GET', `/v1/conversations/${id}`);
  await nima.api('DELETE', `/v1/conversations/${id}`);

  expect(conversations).toMatchObject([{ id, created_at: expect.any(String), updated_at: expect.any(String) }]);
  expect(JSON.stringify(one)).toContain('Hello');
  expect((await nima.api('GET', '/v1/conversations')).conversations).toEqual([]);
});

test('memory: a fact is stored, found by its category, removed; the profile is written and read', async () => {
  const { nima } = await aNima();

  const fact = await nima.api('POST', '/v1/memory/facts', { fact: 'User prefers dark mode', category: 'preferences' });
  const found = await nima.api('GET', '/v1/memory/facts?category=preferences');
  const elsewhere = await nima.api('GET', '/v1/memory/facts?category=projects');

  expect(fact).toMatchObject({
    id: expect.any(String),
    user_id: expect.any(String),
    fact: 'User prefers dark mode',
    category: 'preferences',
    source: 'explicit',
    confidence: 1,
    metadata: {},
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
  expect(found.facts).toMatchObject([{ id: fact.id }]);
  expect(elsewhere.facts).toEqual([]);
  await nima.api('DELETE', `/v1/memory/facts/${fact.id}`);
  expect((await nima.api('GET', '/v1/memory/facts')).facts).toEqual([]);

  const profile = { name: 'Rafael', preferences: { theme: 'dark' }, context: { cluster: 'ElderTree' } };
  await nima.api('PUT', '/v1/memory/profile', profile);
  const kept = await nima.api('GET', '/v1/memory/profile');
  expect(kept).toMatchObject({ ...profile, user_id: expect.any(String), updated_at: expect.any(String) });
});

test('goals: the example, with a deadline that is still to come; changed, with suggestions, removed', async () => {
  const { nima } = await aNima();
  const example = { title: 'Deploy nima to production', description: 'Get nima running on ElderTree cluster' };
  await expect(nima.api('POST', '/v1/goals', { ...example, deadline: '2025-12-31' })).rejects.toThrow(
    'That deadline is past',
  );

  const goal = await nima.api('POST', '/v1/goals', { ...example, deadline: '2099-12-31' });
  for (const title of ['Write the manifests', 'Test the rollback'])
    await nima.api('POST', '/v1/goals/milestones', { goal_id: goal.id, title });
  const { suggestions } = await nima.api('GET', `/v1/goals/${goal.id}/suggestions`);
  await nima.api('PUT', `/v1/goals/${goal.id}`, { status: 'paused', progress: 0.5 });
  const { goals } = await nima.api('GET', '/v1/goals');

  expect(goal).toMatchObject({ ...example, goal_id: goal.id, status: 'active', progress: 0, milestones: [] });
  expect(goal.suggested_actions).toHaveLength(1);
  expect(suggestions[0]).toMatchObject({ text: expect.any(String), because: expect.any(String) });
  expect(goals).toMatchObject([{ id: goal.id, status: 'paused', milestones: [{}, {}] }]);
  expect(goals[0].progress).toBeCloseTo(0.5);
  await nima.api('DELETE', `/v1/goals/${goal.id}`);
  expect((await nima.api('GET', '/v1/goals')).goals).toEqual([]);
});

test('tasks: the example opens its pull request, its status says so, and history keeps it', async () => {
  const { nima, execute, github } = await aConnectedNima();
  const params = { repo: 'nima', title: 'Add memory engine', body: 'Implements core memory engine' };

  const status = await execute({ type: 'github', action: 'create_pr', params });
  const { tasks } = await nima.api('GET', '/v1/tasks/history');

  expect(status).toMatchObject({
    status: 'succeeded',
    summary: expect.stringContaining('Pull request #1 is open in raolivei/nima'),
  });
  expect(github.house.pulls).toMatchObject([{ title: params.title, body: expect.stringContaining(params.body) }]);
  expect(tasks).toMatchObject([{ id: status.id, type: 'github', action: 'create_pr', params, attempts: 1 }]);
});

test('recovery: top, scale to nothing and back, restart and rollback of nima-api, on pi-fleet as on kubernetes', async () => {
  const { execute, cluster } = await aConnectedNima();
  const replicas = () => cluster.find('Deployment', 'nima-api').spec.replicas;

  const top = await execute({ type: 'pi-fleet', action: 'top', params: {} });
  const down = await execute({ type: 'pi-fleet', action: 'scale', params: { name: 'nima-api', replicas: 0 } });
  const atNothing = replicas();
  const up = await execute({ type: 'kubernetes', action: 'scale', params: { name: 'nima-api', replicas: 1 } });
  const restarted = await execute({ type: 'pi-fleet', action: 'rollout_restart', params: { name: 'nima-api' } });
  const rolledBack = await execute({ type: 'pi-fleet', action: 'rollback', params: { name: 'nima-api' } });

  expect(JSON.stringify(top)).toContain('node-1');
  expect(down).toMatchObject({ status: 'succeeded', summary: expect.stringContaining('runs 0 instead of 1') });
  expect([atNothing, replicas()]).toEqual([0, 1]);
  expect([up.status, restarted.status, rolledBack.status]).toEqual(['succeeded', 'succeeded', 'succeeded']);
});

test('knowledge: the six packs are there, and finances is loaded by hand', async () => {
  const { nima } = await aNima();

  const { packs } = await nima.api('GET', '/v1/knowledge/packs');
  const finances = await nima.api('POST', '/v1/knowledge/packs/finances/activate');

  expect(packs.map(({ id }: { id: string }) => id)).toEqual([
    'career',
    'cars',
    'finances',
    'life',
    'technical',
    'travel',
  ]);
  expect(finances).toMatchObject({ id: 'finances', name: 'Finances', version: expect.any(String), state: 'always' });
});

test('persona: the configuration of the seed is what Nima wears', async () => {
  const { nima } = await aNima();
  const { personality } = await nima.api('GET', '/v1/persona');
  expect(personality).toMatchObject({ voice: 'zen_engineer', tone: 'direct' });
  expect(personality.style).toEqual(expect.arrayContaining(['be_concise', 'show_code_examples', 'think_step_by_step']));
  expect(personality.values).toEqual(expect.arrayContaining(['simplicity', 'pragmatism', 'shipping']));
});

test('the API documentation stands where the seed says, and names every endpoint of it', async () => {
  const { nima } = await aNima();
  const pages = await Promise.all(['/docs', '/redoc'].map((path) => fetch(nima.url + path)));
  const document = await fetch(`${nima.url}/openapi.json`);
  const { paths } = (await document.json()) as { paths: Record<string, object> };

  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented).toEqual(expect.arrayContaining(SEED_ENDPOINTS));
});

const SEED_ENDPOINTS = [
  'GET /health',
  'POST /v1/chat',
  'POST /v1/chat/stream',
  'GET /v1/memory/facts',
  'POST /v1/memory/facts',
  'DELETE /v1/memory/facts/{id}',
  'GET /v1/memory/profile',
  'PUT /v1/memory/profile',
  'GET /v1/goals',
  'POST /v1/goals',
  'PUT /v1/goals/{id}',
  'DELETE /v1/goals/{id}',
  'GET /v1/goals/{id}/suggestions',
  'POST /v1/tasks/execute',
  'GET /v1/tasks/{id}/status',
  'GET /v1/tasks/history',
  'GET /v1/conversations/{id}',
  'DELETE /v1/conversations/{id}',
  'GET /v1/conversations',
  'POST /v1/knowledge/packs/{id}/activate',
];

test('each example is a command as well', async () => {
  const { nima: server, folder, environment } = await aConnectedNima();
  const nima = async (...args: string[]) => {
    const { code, stdout, stderr } = await runNima(folder, [...args, '--json'], { environment });
    if (code !== 0) throw new Error(`nima ${args.join(' ')}: ${stderr}`);
    return JSON.parse(stdout);
  };

  const health = await nima('health', 'get');
  await nima('memory', 'facts', 'create', 'User prefers dark mode', '--category', 'preferences');
  const { facts } = await nima('memory', 'facts', 'list', '--category', 'preferences');
  const goal = await nima('goals', 'create', 'Deploy nima to production', '--deadline', '2099-12-31');
  const { suggestions } = await nima('goals', 'suggestions', goal.id);
  const params = JSON.stringify({ repo: 'nima', title: 'Add memory engine', body: 'Implements core memory engine' });
  const task = await nima('tasks', 'execute', '--type', 'github', '--action', 'create_pr', '--params', params, '--yes');
  await until(async () => (await server.api('GET', `/v1/tasks/${task.id}/status`)).status === 'succeeded');
  const status = await nima('tasks', 'status', task.id);
  const pack = await nima('knowledge', 'packs', 'activate', 'finances');

  expect(health.status).toBe('healthy');
  expect(facts).toMatchObject([{ fact: 'User prefers dark mode' }]);
  expect(suggestions.length).toBeGreaterThan(0);
  expect(status.summary).toContain('Pull request #1');
  expect(pack.state).toBe('always');
});
