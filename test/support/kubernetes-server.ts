/**
 * A Kubernetes API server to test against: objects checked by their published schemas, server-side apply, merge and JSON
 * patches, the scale subresource, revisions of deployments, Flux and metrics. It is no cluster: what runs against it is
 * `recorded`.
 */
import { type Answer, type Asked, type FaultyServer, startFaultyServer } from './faulty-server.ts';
import { KINDS, type Kind } from './kubernetes-kinds.ts';

// biome-ignore lint/suspicious/noExplicitAny: an object of any kind, checked by the schema of its kind.
export type Thing = any;

export const CLUSTER_TOKEN = 'eldertree-token';

export interface KubernetesServer extends FaultyServer {
  /** Puts an object on the cluster as if it had been there before. */
  put(object: Thing): Thing;
  find(kind: string, name: string): Thing;
  all(kind: string): readonly Thing[];
  readonly logs: Map<string, string>;
  /** Rollouts of this name do not get ready, until healed. */
  readonly stuck: Set<string>;
}

class Refused extends Error {
  readonly answer: Answer;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.answer = {
      status,
      json: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code: status },
    };
  }
}

/** An address, taken apart: which kind, where, which object, which part of it. */
interface Place {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly part: string | undefined;
}

function placeOf(path: string): Place | null {
  const found =
    /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))(?:\/namespaces\/([^/]+)(?=\/))?\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(
      path,
    );
  if (!found) return null;
  const [, core, group, namespace, plural, name, part] = found;
  const kind = KINDS.find((each) => each.apiVersion === (core ?? group) && each.plural === plural);
  return kind ? { kind, namespace, name, part } : null;
}

const keyOf = ({ apiVersion, kind }: Pick<Kind, 'apiVersion' | 'kind'>, namespace: string | undefined, name: string) =>
  [apiVersion, kind, namespace ?? '', name].join('|');

/** As server-side apply merges: maps by key, lists of named things by name, all else replaced; null removes. */
export function merged(old: Thing, change: Thing, isListMerged = false): Thing {
  if (Array.isArray(change)) {
    const isNamed =
      isListMerged && Array.isArray(old) && change.every((each) => each && typeof each === 'object' && 'name' in each);
    return isNamed
      ? change.map((each) =>
          merged(
            old.find((other: Thing) => other.name === each.name),
            each,
            true,
          ),
        )
      : change;
  }
  if (change === null || typeof change !== 'object') return change;
  const result: Thing = old && typeof old === 'object' && !Array.isArray(old) ? { ...old } : {};
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value, isListMerged);
  }
  return result;
}

class House {
  readonly objects = new Map<string, Thing>();
  readonly stuck = new Set<string>();
  readonly logs = new Map<string, string>();
  #version = 100;

  list({ kind, namespace }: Place, query: URLSearchParams): Thing {
    const [field, value] = (query.get('fieldSelector') ?? '').split(/==?/);
    const labels = (query.get('labelSelector') ?? '')
      .split(',')
      .filter(Boolean)
      .map((each) => each.split('='));
    const at = (object: Thing, path: string) => path.split('.').reduce((inner, key) => inner?.[key], object);
    const items = this.of(kind.kind, kind.apiVersion).filter(
      ({ metadata, ...object }) =>
        (!namespace || metadata.namespace === namespace) &&
        (!field || at(object, field) === value) &&
        labels.every(([key = '', wanted]) => metadata.labels?.[key] === wanted),
    );
    return { kind: `${kind.kind}List`, apiVersion: kind.apiVersion, metadata: {}, items };
  }

  of(kind: string, apiVersion?: string): Thing[] {
    return [...this.objects.values()].filter(
      (each) => each.kind === kind && (!apiVersion || each.apiVersion === apiVersion),
    );
  }

  get({ kind, namespace, name = '' }: Place): Thing {
    const found = this.objects.get(keyOf(kind, namespace, name));
    if (found) return found;
    throw new Refused(404, 'NotFound', `${kind.plural} "${name}" not found`);
  }

  write(object: Thing, kind: Kind, isDryRun = false): Thing {
    const key = keyOf(kind, object.metadata.namespace, object.metadata.name);
    const old = this.objects.get(key);
    const sent = object.metadata.resourceVersion;
    if (old && sent && sent !== old.metadata.resourceVersion) {
      throw new Refused(
        409,
        'Conflict',
        `Operation cannot be fulfilled on ${kind.plural} "${object.metadata.name}": the object has been modified`,
      );
    }
    const isChanged = JSON.stringify(old?.spec) !== JSON.stringify(object.spec);
    const metadata = {
      ...object.metadata,
      uid: old?.metadata.uid ?? `uid-${this.#version}`,
      resourceVersion: String(this.#version + 1),
      generation: (old?.metadata.generation ?? 0) + (isChanged ? 1 : 0),
    };
    const next = { ...object, metadata };
    try {
      kind.validate(next);
    } catch (cause) {
      throw new Refused(
        422,
        'Invalid',
        `${kind.kind} "${object.metadata.name}" is invalid: ${(cause as Error).message}`,
      );
    }
    if (isDryRun) return next;
    this.#version++;
    this.objects.set(key, next);
    if (kind.kind === 'Deployment') this.#roll(next);
    if (kind.kind === 'StatefulSet') next.status = this.#status(next);
    return next;
  }

  /** What the deployment controller does: a ReplicaSet per template, numbered by revisions. */
  #roll(deployment: Thing): void {
    const { metadata, spec } = deployment;
    const sets = this.of('ReplicaSet').filter((each) => each.metadata.ownerReferences[0].uid === metadata.uid);
    const hash = JSON.stringify(spec.template);
    const revision = (set: Thing) => Number(set.metadata.annotations['deployment.kubernetes.io/revision']);
    const newest = sets.toSorted((a, b) => revision(b) - revision(a))[0];
    const mine = sets.find((each) => each.nima === hash);
    if (!mine || mine !== newest) {
      const number = String((newest ? revision(newest) : 0) + 1);
      const annotations = { 'deployment.kubernetes.io/revision': number };
      metadata.annotations = { ...metadata.annotations, ...annotations };
      if (mine) mine.metadata.annotations = annotations;
      else this.objects.set(`set|${metadata.uid}|${number}`, this.#replicaSet(deployment, annotations, hash));
    }
    deployment.status = this.#status(deployment);
  }

  #replicaSet({ metadata, spec }: Thing, annotations: Thing, hash: string): Thing {
    const ownerReferences = [
      { uid: metadata.uid, controller: true, kind: 'Deployment', name: metadata.name, apiVersion: 'apps/v1' },
    ];
    const labels = { ...spec.template.metadata?.labels, 'pod-template-hash': 'abc' };
    const template = { ...spec.template, metadata: { ...spec.template.metadata, labels } };
    const set = { name: `${metadata.name}-abc`, namespace: metadata.namespace, annotations, ownerReferences };
    return { apiVersion: 'apps/v1', kind: 'ReplicaSet', nima: hash, metadata: set, spec: { template } };
  }

  #status({ metadata, spec }: Thing): Thing {
    const replicas = spec.replicas ?? 1;
    const base = { observedGeneration: metadata.generation, replicas };
    if (this.stuck.has(metadata.name))
      return { ...base, updatedReplicas: replicas, readyReplicas: 0, availableReplicas: 0 };
    return { ...base, updatedReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas };
  }
}

/** RFC 6902, the operations Nima sends. */
function jsonPatched(object: Thing, operations: readonly { op: string; path: string; value: Thing }[]): Thing {
  const result = structuredClone(object);
  for (const { op, path, value } of operations) {
    const keys = path.slice(1).split('/');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((inner, key) => inner[key], result);
    if (op !== 'test') parent[last] = value;
    else if (parent[last] !== value)
      throw new Refused(422, 'Invalid', `the server rejected our request: testing value ${path} failed`);
  }
  return result;
}

function patch(house: House, place: Place, { body, headers, query }: Asked): Thing {
  const { kind, namespace, name } = place;
  const isDryRun = query.get('dryRun') === 'All';
  const old = house.objects.get(keyOf(kind, namespace, name ?? ''));
  const type = headers['content-type'];
  if (type === 'application/apply-patch+yaml') {
    if (query.get('fieldManager') !== 'nima')
      throw new Refused(400, 'BadRequest', 'fieldManager is required for apply patch');
    if (body.metadata.name !== name)
      throw new Refused(400, 'BadRequest', 'the name of the object does not match the name on the URL');
    return house.write(merged(old, merged(body, { metadata: namespace ? { namespace } : {} }), true), kind, isDryRun);
  }
  const current = house.get(place);
  if (type === 'application/merge-patch+json')
    return house.write(
      merged({ ...current, metadata: { ...current.metadata, resourceVersion: undefined } }, body),
      kind,
      isDryRun,
    );
  if (type === 'application/json-patch+json') return house.write(jsonPatched(current, body), kind, isDryRun);
  throw new Refused(415, 'UnsupportedMediaType', `the body of the request was in an unknown format: ${type}`);
}

function remove(house: House, place: Place, body: Thing): Answer {
  const object = house.get(place);
  const wanted = body?.preconditions?.uid;
  if (wanted && wanted !== object.metadata.uid)
    throw new Refused(409, 'Conflict', 'Precondition failed: UID in precondition does not match');
  house.objects.delete(keyOf(place.kind, place.namespace, place.name ?? ''));
  return { json: { kind: 'Status', apiVersion: 'v1', status: 'Success' } };
}

function answer(house: House, asked: Asked): Answer {
  if (asked.headers.authorization !== `Bearer ${CLUSTER_TOKEN}`) throw new Refused(401, 'Unauthorized', 'Unauthorized');
  if (asked.path === '/version') return { json: { gitVersion: 'v1.33.4+k3s1', major: '1', minor: '33' } };
  const root = /^\/(?:api|apis)\/([a-z0-9./]+)$/.exec(asked.path)?.[1];
  const known = KINDS.filter((each) => each.apiVersion === root);
  if (known.length > 0)
    return {
      json: {
        kind: 'APIResourceList',
        groupVersion: root,
        resources: known.map((each) => ({
          name: each.plural,
          kind: each.kind,
          namespaced: each.isNamespaced,
          verbs: [],
        })),
      },
    };
  const place = placeOf(asked.path);
  if (!place) throw new Refused(404, 'NotFound', 'the server could not find the requested resource');
  // A cluster without Flux, or without metrics, does not know their groups at all.
  const isOptional = /fluxcd|metrics/.test(place.kind.apiVersion);
  if (isOptional && house.of(place.kind.kind).length === 0)
    throw new Refused(404, 'NotFound', 'the server could not find the requested resource');
  if (place.part === 'log') return { text: house.logs.get(place.name ?? '') ?? '' };
  if (place.part === 'scale') {
    const scaled = house.write(
      merged({ ...house.get(place) }, { spec: { replicas: asked.body.spec.replicas } }),
      place.kind,
    );
    return { json: { kind: 'Scale', apiVersion: 'autoscaling/v1', spec: { replicas: scaled.spec.replicas } } };
  }
  if (asked.method === 'PATCH') return { json: patch(house, place, asked) };
  if (asked.method === 'DELETE') return remove(house, place, asked.body);
  return { json: place.name ? house.get(place) : house.list(place, asked.query) };
}

export async function startKubernetes(server?: Parameters<typeof startFaultyServer>[1]): Promise<KubernetesServer> {
  const house = new House();
  const heard = await startFaultyServer((asked) => {
    try {
      return answer(house, asked);
    } catch (thrown) {
      if (thrown instanceof Refused) return thrown.answer;
      throw thrown;
    }
  }, server);
  return {
    ...heard,
    put(object) {
      const kind = KINDS.find((each) => each.kind === object.kind && each.apiVersion === object.apiVersion);
      if (!kind) throw new Error(`The recorded cluster knows no ${object.kind}.`);
      return house.write(object, kind);
    },
    find: (kind, name) => house.of(kind).find(({ metadata }) => metadata.name === name),
    all: (kind) => house.of(kind),
    logs: house.logs,
    stuck: house.stuck,
  };
}
