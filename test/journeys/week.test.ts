/** One week with Nima, lived at the page, the command line and through a program: told, done, killed, asked, taken along. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { answers, say, visits } from '../page/browser.ts';
import { startGithub, TOKEN } from '../support/github-server.ts';
import { type NimaInTime, startNimaInTime } from '../support/nima-in-time.ts';
import { aFolder, runNima } from '../support/process.ts';

const visit = visits();
const DAY_MS = 86_400_000;
/** Far beyond any honest wait, so that a busy machine does not fail the week. */
const PATIENCE = { timeout: 60_000, interval: 50 } as const;
vi.setConfig({ testTimeout: 300_000 });

/** The week begins on a Saturday at noon, so that one Monday is in it whenever it is lived. */
function untilSaturdayNoon(now: number): number {
  const noon = new Date(now).setUTCHours(12, 0, 0, 0);
  const days = (6 - new Date(now).getUTCDay() + 7) % 7;
  return noon + (days + 7) * DAY_MS - now;
}

/** A repository as somebody left it: one commit, one thing not committed. */
function swimTO(): string {
  const folder = join(aFolder(), 'swimTO');
  mkdirSync(folder);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], { cwd: folder });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'README.md'), '# swimTO\n\nFinds open lanes in the pools of Toronto.\n');
  git('add', '.');
  git('commit', '-q', '-m', 'Read the lane schedules');
  writeFileSync(join(folder, 'lanes.ts'), 'export {};\n');
  return folder;
}

/** What this Nima may do outside: a GitHub by contract, and one command. */
async function aPlace() {
  const [folder, github] = [aFolder(), await startGithub()];
  writeFileSync(join(folder, 'token'), TOKEN);
  const integrations = {
    github: { baseUrl: github.url, owner: 'raolivei', token: `file:${folder}/token` },
    cli: { commands: [{ line: 'true' }] },
  };
  const settings = join(folder, 'settings.yaml');
  writeFileSync(settings, JSON.stringify({ integrations, outbound: { allowedHosts: ['127.0.0.1'] } }));
  return { folder, github, environment: { NIMA_SETTINGS: settings } };
}

/** The command line, as JSON, beside the server of the folder or without one. */
async function command(folder: string, ...args: string[]) {
  const { code, stdout, stderr } = await runNima(folder, [...args, '--json']);
  if (code !== 0) throw new Error(`nima ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
}

const factsOf = async (nima: NimaInTime, filter = ''): Promise<string[]> =>
  (await nima.api('GET', `/v1/memory/facts${filter}`)).facts.map(({ fact }: { fact: string }) => fact);

/** A program that acts for the owner, with the owner's token for programs. */
async function anAgent(nima: NimaInTime, folder: string): Promise<Client> {
  const { token } = await command(folder, 'users', 'tokens', 'create', 'editor');
  const client = new Client({ name: 'editor', version: '1.0.0' });
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${nima.url}/mcp`), { requestInit }));
  onTestFinished(() => client.close());
  return client;
}

/** A program asks for a pull request; the owner reads what exactly, at the page, and says yes. */
async function approvePullRequest(agent: Client, page: Page, url: string): Promise<void> {
  const params = { repo: 'nima', title: 'Add memory engine', body: 'Implements core memory engine' };
  const call = {
    name: 'tasks_execute',
    arguments: { type: 'github', action: 'create_pr', params, idempotency_key: 'week' },
  };
  expect(await agent.callTool(call)).toMatchObject({ isError: true });
  await page.goto(`${url}/for-you`);
  await page.getByText('Add memory engine').first().waitFor();
  await page.getByRole('button', { name: 'Approve once' }).click();
  await page.getByText('Approved once').first().waitFor();
  const done = await agent.callTool(call);
  expect(done.isError ?? false).toBe(false);
}

/** All that a person would miss. */
async function everything(nima: NimaInTime) {
  const paths = ['memory/facts', 'goals', 'tasks/history', 'schedules', 'conversations', 'alerts'];
  return Promise.all(paths.map((path) => nima.api('GET', `/v1/${path}`)));
}

test('a week: told, set, approved, reminded, cited, corrected, killed, asked, briefed, and taken along', async (t) => {
  const { folder, github, environment } = await aPlace();
  const start = Date.now();
  let nima = await startNimaInTime(folder, environment, untilSaturdayNoon(start));
  const nimaCommand = (...args: string[]) => command(folder, ...args);

  // The first day: things are told, a goal is set and planned.
  const { page, errors } = await visit(t, { nima });
  await say(page, 'My name is Rafael and I live in Lisbon');
  await say(page, 'Remember that my cluster is called ElderTree');
  await vi.waitFor(
    async () => expect((await factsOf(nima)).join()).toMatch(/Lisbon.*ElderTree|ElderTree.*Lisbon/),
    PATIENCE,
  );
  const deadline = new Date(start + nima.aheadMs() + 8 * DAY_MS).toISOString().slice(0, 10);
  const goal = await nimaCommand('goals', 'create', 'Deploy nima to production', '--deadline', deadline);
  for (const title of ['run cli commands', 'Test the rollback'])
    await nimaCommand('goals', 'milestones', 'create', '--goal-id', goal.id, '--title', title);

  // A suggestion becomes a task with one click.
  await page.goto(`${nima.url}/goals`);
  await page
    .getByRole('button', { name: /^Take up/ })
    .first()
    .click();
  await page.getByText('Taken up').waitFor();
  await vi.waitFor(async () => {
    const { tasks } = await nima.api('GET', '/v1/tasks/history');
    expect(tasks).toMatchObject([{ type: 'cli', action: 'commands', status: 'succeeded', goal_id: goal.id }]);
  }, PATIENCE);

  // A program may not open a pull request by itself; approved, it does, and the log shows it.
  await approvePullRequest(await anAgent(nima, folder), page, nima.url);
  await vi.waitFor(() => expect(github.house.pulls).toMatchObject([{ title: 'Add memory engine' }]), PATIENCE);
  const { tasks } = await nima.api('GET', '/v1/tasks/history?type=github');
  await page.goto(`${nima.url}/tasks/${tasks[0].id}`);
  await page
    .getByText(/Pull request #1 is open/)
    .first()
    .waitFor();

  await nimaCommand('schedules', 'create', '--remind', 'Review the cluster', '--when', 'every Monday at 9');

  // The second day: a pack answers with its source; a private talk leaves nothing; a fact changes.
  await nima.putForward(DAY_MS);
  await page.goto(nima.url);
  await say(page, 'How large should my emergency fund be?');
  await page.getByRole('complementary', { name: 'Used in this answer' }).getByText('Finances').first().waitFor();
  const told = await factsOf(nima);
  await runNima(folder, ['chat', '--private', 'I work at Initech']);
  expect(await factsOf(nima)).toEqual(told);
  expect(JSON.stringify(await nima.api('GET', '/v1/conversations'))).not.toContain('Initech');
  const moved = new Date(start + nima.aheadMs()).toISOString();
  await nima.putForward(DAY_MS);
  await say(page, 'I live in Porto');
  await vi.waitFor(async () => expect((await factsOf(nima)).join()).toContain('Porto'), PATIENCE);
  expect((await factsOf(nima)).join()).not.toContain('Lisbon');
  expect((await factsOf(nima, `?as_of=${moved}`)).join()).toContain('Lisbon');
  expect((await nimaCommand('memory', 'facts', 'list', '--as-of', moved)).facts.length).toBe(told.length);

  // In the middle of the week the machine goes down.
  const before = await everything(nima);
  const port = new URL(nima.url).port;
  await nima.kill('SIGKILL');
  nima = await startNimaInTime(folder, { ...environment, NIMA_SERVER_PORT: port }, nima.aheadMs());
  expect(await everything(nima)).toEqual(before);

  // A repository is registered at the command line, and asked about at the page.
  await nimaCommand('workspace', 'projects', 'create', swimTO());
  await page.goto(nima.url);
  await say(page, 'where did we leave off in swimTO?');
  await answers(page)
    .last()
    .getByText(/Read the lane schedules/)
    .first()
    .waitFor();

  // The days pass: Monday comes once, and the deadline is told of before it is there.
  for (let day = 0; day < 5; day += 1) await nima.putForward(DAY_MS);
  const alerts = async () =>
    (await nima.api('GET', '/v1/alerts?state=any')).alerts.map(({ text }: { text: string }) => text);
  await vi.waitFor(async () => {
    expect((await alerts()).filter((text: string) => text.includes('Review the cluster'))).toHaveLength(1);
    expect((await alerts()).join()).toContain('"Deploy nima to production" is');
  }, PATIENCE);
  await page.goto(`${nima.url}/for-you`);
  await page.getByRole('region', { name: 'Told by Nima' }).getByText('Review the cluster').waitFor();

  const brief = JSON.stringify(await nimaCommand('briefs', 'preview', '--brief', 'weekly'));
  expect(brief).toContain('Deploy nima to production');

  // Everything is taken along to an empty Nima, which answers the same.
  const [file, empty] = [join(aFolder(), 'nima.jsonl'), aFolder()];
  await startNimaInTime(empty, {}, nima.aheadMs());
  expect((await runNima(folder, ['export', file])).code).toBe(0);
  expect((await runNima(empty, ['import', file])).code).toBe(0);
  for (const question of ['What is my cluster called?', 'Where do I live?']) {
    const [here, there] = [await runNima(folder, ['chat', question]), await runNima(empty, ['chat', question])];
    expect(there.stdout).toMatch(/ElderTree|Porto/);
    expect(there.stdout).toBe(here.stdout);
  }
  expect((await command(empty, 'goals', 'list')).goals).toMatchObject([{ title: 'Deploy nima to production' }]);
  expect(errors).toEqual([]);
});
