import { describe, expect, test } from 'vitest';
import { aDeployment, type DeploymentOptions } from '../../../../../test/support/eldertree.ts';
import { kubeObject } from '../client/objects.ts';
import { MEBIBYTE } from '../manifests/quantity.ts';
import { NOTHING, podAmounts, workloadsIn } from '../manifests/workload.ts';
import { capacityFaults, NAMESPACE_QUOTA, quotaFaults } from './capacity.ts';
import { checklistOf } from './checklist.ts';
import { imageFaults, probeFaults, rootFaults } from './containers.ts';
import { disruptionFaults } from './disruption.ts';
import { faultText } from './fault.ts';
import { limitFaults } from './limits.ts';
import { rollbackFaults } from './rollback.ts';

const workload = (options: DeploymentOptions = {}, kind = 'Deployment') => {
  const [first] = workloadsIn([{ source: 'deploy.yaml', object: kubeObject.parse({ ...aDeployment(options), kind }) }]);
  if (!first) throw new Error('A deployment is a workload.');
  return first;
};
const limits = (memory: string, cpu = '500m') => ({
  requests: { memory: '64Mi', cpu: '100m' },
  limits: { memory, cpu },
});

describe('limits', () => {
  test.each([
    ['512Mi', '1000m', []],
    ['0.5Gi', '1', []],
    ['536870912', '1000m', []],
    ['513Mi', '500m', ['513Mi for one pod, and 512Mi is the most']],
    ['512Mi', '1001m', ['1001m for one pod, and 1000m is the most']],
    ['1Gi', '2', ['1024Mi for one pod, and 512Mi is the most', '2000m for one pod, and 1000m is the most']],
  ])('%s and %s is judged', (memory, cpu, faults) => {
    expect(limitFaults(workload({ memory, cpu })).map(({ text }) => text)).toEqual(faults);
  });

  test('a frontend has half of it', () => {
    expect(limitFaults(workload({ name: 'nima-frontend', memory: '256Mi' }))).toEqual([]);
    const [fault] = limitFaults(workload({ name: 'nima-frontend', memory: '512Mi' }));
    expect(fault && faultText(fault)).toBe(
      'deploy.yaml: Deployment/nima-frontend spec.template.spec.containers[*].resources.limits.memory: 512Mi for one frontend pod, and 256Mi is the most. Lower the limits of its containers to 256Mi together.',
    );
  });

  test('containers and sidecars count together, other init containers by the largest', () => {
    const containers = [
      { name: 'a', resources: limits('300Mi') },
      { name: 'b', resources: limits('200Mi') },
    ];
    const initContainers = [
      { name: 'proxy', restartPolicy: 'Always', resources: limits('100Mi') },
      { name: 'migrate', resources: limits('550Mi') },
    ];
    const { pod } = workload({ pod: { containers, initContainers } });
    expect(podAmounts(pod)).toMatchObject({ memoryLimits: 600 * MEBIBYTE, memoryRequests: 192 * MEBIBYTE });
  });

  test.each([
    [{ resources: {} }, ['no memory limit', 'no cpu limit']],
    [{ resources: { limits: { memory: '512mi', cpu: '500m' }, requests: { cpu: '1m' } } }, ['no memory limit']],
    [{ resources: { limits: { memory: '256Mi', cpu: '500m' } } }, ['no memory request', 'no cpu request']],
    [
      { resources: { limits: { memory: '256Mi', cpu: '500m' }, requests: { memory: '1Gi', cpu: '100m' } } },
      ['more than the limit'],
    ],
  ])('a container with %j is refused', (container, texts) => {
    expect(limitFaults(workload({ container })).map(({ text }) => text)).toEqual(texts);
  });
});

describe('containers', () => {
  test('what lasts needs both probes; a job needs none', () => {
    const container = { livenessProbe: undefined, readinessProbe: undefined };
    expect(probeFaults(workload({ container })).map(({ text }) => text)).toEqual([
      'no livenessProbe',
      'no readinessProbe',
    ]);
    expect(probeFaults(workload({ container }, 'Job'))).toEqual([]);
  });

  test('no root: the pod says it for all, and a container may not take it back', () => {
    expect(rootFaults(workload())).toEqual([]);
    expect(rootFaults(workload({ pod: { securityContext: {} } }))).toHaveLength(1);
    expect(rootFaults(workload({ container: { securityContext: { runAsNonRoot: false } } }))).toHaveLength(1);
    expect(
      rootFaults(workload({ pod: { securityContext: {} }, container: { securityContext: { runAsNonRoot: true } } })),
    ).toEqual([]);
  });

  test.each([
    ['ghcr.io/raolivei/nima-api:1.4.2', 0],
    ['registry:5000/nima-api:1.4.2', 0],
    ['nima-api@sha256:0123456789abcdef', 0],
    ['nima-api:latest', 1],
    ['nima-api', 1],
    ['registry:5000/nima-api', 1],
  ])('the image %s has %i faults', (image, count) => {
    expect(imageFaults(workload({ image }))).toHaveLength(count);
  });
});

describe('the way back', () => {
  const known = new Map([['Deployment/nima-api', 1]]);
  test.each([
    ['a known deployment', {}, known, undefined, 0],
    ['one that keeps no revisions', { spec: { revisionHistoryLimit: 0 } }, known, 'a plan', 1],
    ['a new one without a plan', {}, new Map(), ' ', 1],
    ['a new one with a plan', {}, new Map(), 'Delete it.', 0],
  ])('%s has its faults', (_, options, revisions, plan, count) => {
    expect(rollbackFaults(workload(options), { revisions, plan })).toHaveLength(count);
  });
});

describe('room', () => {
  test('the quota is 2Gi and 4Gi of memory, 2 and 4 of CPU', () => {
    expect(quotaFaults('nima', NAMESPACE_QUOTA, NAMESPACE_QUOTA)).toEqual([]);
    const over = Object.fromEntries(Object.entries(NAMESPACE_QUOTA).map(([key, value]) => [key, value + 1]));
    expect(quotaFaults('nima', { ...NOTHING, ...over }, NAMESPACE_QUOTA).map(({ path }) => path)).toEqual([
      'Namespace/nima requests.memory',
      'Namespace/nima limits.memory',
      'Namespace/nima requests.cpu',
      'Namespace/nima limits.cpu',
    ]);
  });

  const node = (memoryUsed: number, cpuUsed = 100) => ({
    name: 'node-1',
    memoryUsed,
    memoryAllocatable: 1000,
    cpuUsed,
    cpuAllocatable: 1000,
  });
  test.each([
    [[node(700)], 100, 0],
    [[node(700)], 101, 1],
    [[node(100, 950)], 1, 1],
    [[node(900)], 0, 0],
    [[], 500, 0],
  ])('nodes %j take %i more with %i faults', (nodes, memoryRequests, count) => {
    expect(capacityFaults(nodes, { memoryRequests, cpuRequests: 0 })).toHaveLength(count);
  });
});

describe('disruption budgets', () => {
  const budget = (spec: object) => [
    { name: 'nima-api', matchLabels: { app: 'nima-api' }, minAvailable: undefined, maxUnavailable: undefined, ...spec },
  ];
  test.each([
    [{ minAvailable: 1 }, 2, 0],
    [{ minAvailable: 2 }, 2, 1],
    [{ minAvailable: 3 }, 2, 1],
    [{ minAvailable: '50%' }, 2, 0],
    [{ minAvailable: '51%' }, 2, 1],
    [{ maxUnavailable: 0 }, 3, 1],
    [{ maxUnavailable: '10%' }, 3, 0],
    [{ minAvailable: 1, matchLabels: { app: 'other' } }, 1, 0],
    [{ maxUnavailable: 0 }, 0, 0],
  ])('%j for %i replicas has %i faults', (spec, replicas, count) => {
    expect(disruptionFaults({ name: 'nima-api', labels: { app: 'nima-api' }, replicas }, budget(spec))).toHaveLength(
      count,
    );
  });
});

test('the checklist says what nobody knows', () => {
  const told = {
    faults: [],
    isTestedLocally: false,
    isTestedOnOneNode: false,
    nodes: 3,
    isUseKnown: false,
    plan: undefined,
  };
  expect(
    checklistOf(told)
      .filter(({ state }) => state === 'not_known')
      .map(({ item }) => item),
  ).toEqual([
    'Test locally with Docker Compose first',
    'Check cluster capacity',
    'Test on single node before cluster-wide',
  ]);
});

test('what cannot be read is refused, not passed', () => {
  expect(() => workload({ pod: { containers: 'all of them' } })).toThrow(
    'deploy.yaml: Deployment/nima-api spec.template.spec.containers',
  );
  expect(() => workload({ spec: { replicas: '50' } })).toThrow('spec.replicas');
});
