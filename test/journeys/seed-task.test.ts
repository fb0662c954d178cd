import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aKubeconfig, startEldertree } from '../support/eldertree.ts';
import { startGithub, TOKEN } from '../support/github-server.ts';
import { aNima } from '../support/nima.ts';

/** A Nima whose nima.yaml knows this GitHub and this cluster. */
async function aConnectedNima() {
  const [github, cluster] = [await startGithub(), await startEldertree()];
  const folder = mkdtempSync(join(tmpdir(), 'nima-settings-'));
  writeFileSync(join(folder, 'token'), TOKEN);
  const integrations = {
    github: { baseUrl: github.url, owner: 'raolivei', token: `file:${folder}/token` },
    kubernetes: { kubeconfig: aKubeconfig(cluster.url) },
  };
  writeFileSync(join(folder, 'nima.yaml'), JSON.stringify({ integrations, outbound: { allowedHosts: ['127.0.0.1'] } }));
  const nima = await aNima({ environment: { NIMA_SETTINGS: join(folder, 'nima.yaml') } });
  const run = async (task: object) => {
    const response = await nima.request('/v1/tasks/execute', { json: task });
    const { id } = (await response.json()) as { id: string };
    await nima.settle();
    const status = await nima.request(`/v1/tasks/${id}/status`);
    return (await status.json()) as { status: string; summary: string };
  };
  return { nima, github, cluster, run };
}

test("the seed's task example opens its pull request", async () => {
  const { run, github } = await aConnectedNima();
  const params = { repo: 'nima', title: 'Add memory engine', body: 'Implements core memory engine' };
  const task = await run({ type: 'github', action: 'create_pr', params });
  expect(task).toMatchObject({
    status: 'succeeded',
    summary: expect.stringContaining('Pull request #1 is open in raolivei/nima'),
  });
  expect(github.house.pulls).toHaveLength(1);
});

test("the seed's quick fix scales nima-api down, on pi-fleet as on kubernetes", async () => {
  const { run, cluster } = await aConnectedNima();
  const task = await run({ type: 'pi-fleet', action: 'scale', params: { name: 'nima-api', replicas: 0 } });
  expect(task).toMatchObject({ status: 'succeeded', summary: expect.stringContaining('runs 0 instead of 1') });
  expect(cluster.find('Deployment', 'nima-api').spec.replicas).toBe(0);
  const back = await run({ type: 'kubernetes', action: 'scale', params: { name: 'nima-api', replicas: 1 } });
  expect(back.status).toBe('succeeded');
});
