/** The kinds the recorded cluster knows, each with the validation of its published OpenAPI schema (`kubernetes-models`). */
import { Kustomization } from '@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1';
import { DaemonSet, Deployment, ReplicaSet, StatefulSet } from 'kubernetes-models/apps/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Event, Namespace, Node, Pod, ResourceQuota, Secret, Service } from 'kubernetes-models/v1';

interface Model {
  validate(): void;
}

export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly isNamespaced: boolean;
  /** Throws with the place of the fault. */
  validate(object: object): void;
}

/** A model of any kind: its own type of data is what a request brought, whatever it was. */
type ModelClass = new (data: never) => Model;

const kind = (apiVersion: string, plural: string, model: ModelClass | null, name = model?.name ?? ''): Kind => ({
  apiVersion,
  kind: name,
  plural,
  isNamespaced: !['nodes', 'namespaces'].includes(plural),
  validate: (object) => model && new model(object as never).validate(),
});

export const KINDS: readonly Kind[] = [
  kind('apps/v1', 'deployments', Deployment),
  kind('apps/v1', 'statefulsets', StatefulSet),
  kind('apps/v1', 'daemonsets', DaemonSet),
  kind('apps/v1', 'replicasets', ReplicaSet),
  kind('policy/v1', 'poddisruptionbudgets', PodDisruptionBudget),
  kind('v1', 'pods', Pod),
  kind('v1', 'services', Service),
  kind('v1', 'secrets', Secret),
  kind('v1', 'configmaps', ConfigMap),
  kind('v1', 'resourcequotas', ResourceQuota),
  kind('v1', 'events', Event),
  kind('v1', 'namespaces', Namespace),
  kind('v1', 'nodes', Node),
  kind('kustomize.toolkit.fluxcd.io/v1', 'kustomizations', Kustomization),
  // metrics.k8s.io is served by metrics-server and published without a schema for models.
  kind('metrics.k8s.io/v1beta1', 'nodes', null, 'NodeMetrics'),
  kind('metrics.k8s.io/v1beta1', 'pods', null, 'PodMetrics'),
];
