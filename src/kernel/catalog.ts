/** Modules in, operations by name out. Built once by `app`; refuses a catalogue that contradicts itself. */
import type { Job, Module, Subscription } from './module.ts';
import type { Operation } from './operation.ts';

export interface Catalog {
  readonly modules: readonly Module[];
  readonly operations: ReadonlyMap<string, Operation>;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly subscriptions: readonly Subscription[];
}

function byName<T extends { name: string }>(kind: string, values: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const value of values) {
    if (map.has(value.name)) throw new Error(`Two ${kind}s are called ${value.name}; rename one.`);
    map.set(value.name, value);
  }
  return map;
}

export function buildCatalog(modules: readonly Module[]): Catalog {
  const catalog = {
    modules,
    operations: byName(
      'operation',
      modules.flatMap((module) => module.operations),
    ),
    jobs: byName(
      'job',
      modules.flatMap((module) => module.jobs),
    ),
    subscriptions: modules.flatMap((module) => module.subscriptions),
  };
  for (const { event, job } of catalog.subscriptions) {
    const isAnnounced = event === '*' || modules.some((module) => module.events.includes(event));
    if (!isAnnounced) throw new Error(`Job ${job.name} waits for ${event}, which no module announces.`);
    if (!catalog.jobs.has(job.name)) throw new Error(`Job ${job.name} is subscribed but not listed in its module.`);
  }
  for (const { name, undo } of catalog.operations.values()) {
    if (undo && !catalog.operations.has(undo)) throw new Error(`${name} is undone by ${undo}, which does not exist.`);
  }
  return catalog;
}
