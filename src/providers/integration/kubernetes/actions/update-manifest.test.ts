import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act, aWork, previewOf, type WorkOptions } from '../../../../../test/support/integration-work.ts';
import { kubernetesIntegration } from '../integration.ts';

const DEPLOY = `# nima's API. Keep the limits: the Pi has 8 GB.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: nima-api
spec:
  replicas: 1 # two do not fit
  selector:
    matchLabels: {app: nima-api}
  template:
    metadata:
      labels: {app: nima-api}
    spec:
      securityContext: {runAsNonRoot: true}
      containers:
      - name: api
        image: "ghcr.io/raolivei/nima-api:1.4.1" # by the release job
        livenessProbe: {httpGet: {path: /health, port: 8002}}
        readinessProbe: {httpGet: {path: /health, port: 8002}}
        resources:
          requests: {memory: 256Mi, cpu: 250m}
          limits: {memory: 512Mi, cpu: 500m}
---
apiVersion: v1
kind: Service
metadata: {name: nima-api}
`;

/** A bare repository, the owner's clone of it with unsaved work, and another clone that looks on. */
function aPiFleet() {
  const folder = mkdtempSync(join(tmpdir(), 'nima-fleet-'));
  const git = (at: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Rafael', '-c', 'user.email=r@example.org', '-C', join(folder, at), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('.', 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
  git('.', 'clone', '--quiet', 'remote.git', 'clone');
  mkdirSync(join(folder, 'clone/clusters/eldertree/nima'), { recursive: true });
  const file = join(folder, 'clone/clusters/eldertree/nima/deploy.yaml');
  writeFileSync(file, DEPLOY);
  git('clone', 'add', '.');
  git('clone', 'commit', '--quiet', '-m', 'feat: nima');
  git('clone', 'push', '--quiet', 'origin', 'HEAD:main');
  writeFileSync(file, `${DEPLOY}# unsaved\n`);
  const integration = kubernetesIntegration({ name: 'pi-fleet', now: Date.now });
  const config = { gitopsFolder: join(folder, 'clone') };
  const params = { file: 'deploy.yaml', name: 'nima-api' };
  return {
    git,
    config,
    integration,
    saved: (branch = 'main') => git('remote.git', 'show', `${branch}:clusters/eldertree/nima/deploy.yaml`),
    ownersFile: () => readFileSync(file, 'utf8'),
    commits: () => git('remote.git', 'log', '--format=%s', 'main').trim().split('\n'),
    update: (change: object, options: WorkOptions = {}) =>
      act(integration, 'update_manifest', { ...params, ...change }, aWork({ config, ...options })),
    preview: (change: object) => previewOf(integration, 'update_manifest', { ...params, ...change }, aWork({ config })),
  };
}

test('one line changes, and comments, quotes and the unsaved work of the owner stay', async () => {
  const { update, saved, ownersFile, commits, git } = aPiFleet();
  const done = await update({ image: 'ghcr.io/raolivei/nima-api:1.4.2' });
  expect(done.summary).toMatch(
    /^Pushed [0-9a-f]{7} to main\. Flux applies it within 5 to 10 minutes\. Undo: git revert\.$/,
  );
  expect(saved()).toBe(DEPLOY.replace('1.4.1', '1.4.2'));
  expect(ownersFile()).toBe(`${DEPLOY}# unsaved\n`);
  expect(commits()[0]).toBe('chore(nima-api): image ghcr.io/raolivei/nima-api:1.4.2');
  expect(git('clone', 'worktree', 'list').trim().split('\n')).toHaveLength(1);
});

test('the person sees the diff first, and nothing is pushed', async () => {
  const { preview, commits } = aPiFleet();
  const text = await preview({ image: 'ghcr.io/raolivei/nima-api:1.4.2', replicas: 2 });
  expect(text).toContain('-        image: "ghcr.io/raolivei/nima-api:1.4.1" # by the release job');
  expect(text).toContain('+        image: "ghcr.io/raolivei/nima-api:1.4.2" # by the release job');
  expect(text).toContain('+  replicas: 2 # two do not fit');
  expect(commits()).toEqual(['feat: nima']);
});

test('a second try finds what the first pushed; another task that changes nothing pushes nothing', async () => {
  const { update, commits } = aPiFleet();
  await update({ memory_limit: '384Mi' });
  expect((await update({ memory_limit: '384Mi' }, { attempt: 2 })).data).toMatchObject({ is_existing: true });
  expect((await update({ memory_limit: '384Mi' }, { idempotencyKey: 'task-2' })).summary).toBe(
    'Git says so already; nothing to change in deploy.yaml.',
  );
  expect(commits()).toHaveLength(2);
});

test('what breaks the rules is never committed', async () => {
  const { update, commits } = aPiFleet();
  await expect(update({ memory_limit: '1Gi' })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'cluster_rules_broken',
  });
  await expect(update({ image: 'ghcr.io/raolivei/nima-api:latest' })).rejects.toThrow('changes without notice');
  expect(commits()).toHaveLength(1);
});

test('a branch of its own leaves main alone, for a pull request', async () => {
  const { update, saved, commits } = aPiFleet();
  expect((await update({ replicas: 2, branch: 'fix/more-replicas' })).summary).toContain(
    'Open a pull request from it.',
  );
  expect(saved('fix/more-replicas')).toContain('replicas: 2 # two do not fit');
  expect(commits()).toHaveLength(1);
});

test('commits of others that the clone has not seen are built upon', async () => {
  const { update, git, commits } = aPiFleet();
  git('.', 'clone', '--quiet', 'remote.git', 'other');
  git('other', 'commit', '--quiet', '--allow-empty', '-m', 'docs: readme');
  git('other', 'push', '--quiet', 'origin', 'HEAD:main');
  await update({ replicas: 2 });
  expect(commits()).toEqual(['chore(nima-api): replicas 2', 'docs: readme', 'feat: nima']);
});

test('a file, workload or container that is not there, and no change at all, are told', async () => {
  const { update } = aPiFleet();
  await expect(update({ replicas: 2, file: 'gone.yaml' })).rejects.toThrow(
    'There is no clusters/eldertree/nima/gone.yaml',
  );
  await expect(update({ replicas: 2, file: '../secret.yaml' })).rejects.toThrow();
  await expect(update({ replicas: 2, name: 'nima-web' })).rejects.toThrow('There is no Deployment nima-web');
  await expect(update({ image: 'x:1', container: 'web' })).rejects.toThrow('It has: api.');
  await expect(update({})).rejects.toThrow('Say what to change');
});

test('a remote that cannot be reached is tried again', async () => {
  const { update, git } = aPiFleet();
  git('clone', 'remote', 'set-url', 'origin', '/nowhere');
  await expect(update({ replicas: 2 })).rejects.toMatchObject({ kind: 'unavailable', code: 'gitops_unreachable' });
});
