/** Reads the file of the MCP memory server: entities with observations and relations, as JSON lines or as one graph. Pure. */
import { z } from 'zod';
import type { ForeignFact, ForeignMemory, Skipped } from './formats.ts';

const entitySchema = z.object({
  name: z.string(),
  entityType: z.string().default('thing'),
  observations: z.array(z.string()),
});
const relationSchema = z.object({ from: z.string(), to: z.string(), relationType: z.string() });

/** Entities that stand for the person themselves; their observations are facts of the owner. */
const SELF = /^(?:default_user|user|me|self|owner)$/i;
const spaced = (name: string): string => name.replaceAll('_', ' ');

/** An observation that does not name its entity is said of it: "Cluster: runs on four nodes". */
function factOf(name: string, observation: string): string {
  const said = spaced(name);
  if (SELF.test(name) || observation.toLowerCase().includes(said.toLowerCase())) return observation;
  return /^[a-z]/.test(observation) ? `${said} ${observation}` : `${said}: ${observation}`;
}

interface Graph {
  readonly entities: readonly unknown[];
  readonly relations: readonly unknown[];
}

function graphOf(value: unknown): Graph | null {
  if (Array.isArray(value)) {
    const typed = value.filter(
      (one): one is { type: string } => typeof (one as { type?: unknown } | null)?.type === 'string',
    );
    if (typed.length !== value.length || !typed.every(({ type }) => /^(?:entity|relation)$/.test(type))) return null;
    return {
      entities: typed.filter(({ type }) => type === 'entity'),
      relations: typed.filter(({ type }) => type === 'relation'),
    };
  }
  const { entities, relations, type } = (value ?? {}) as { entities?: unknown; relations?: unknown; type?: unknown };
  if (type === 'entity') return { entities: [value], relations: [] };
  return Array.isArray(entities) ? { entities, relations: Array.isArray(relations) ? relations : [] } : null;
}

export function readMcpMemory(value: unknown): ForeignMemory | null {
  const graph = graphOf(value);
  if (!graph || graph.entities.length + graph.relations.length === 0) return null;
  const facts: ForeignFact[] = [];
  const skipped: Skipped[] = [];
  for (const [index, one] of graph.entities.entries()) {
    const entity = entitySchema.safeParse(one);
    if (!entity.success) skipped.push({ what: `entity ${index + 1}`, because: 'It has no name or no observations.' });
    else {
      const { name, entityType, observations } = entity.data;
      for (const said of observations)
        facts.push({ fact: factOf(name, said), at: null, metadata: { entity: name, kind: entityType } });
    }
  }
  for (const [index, one] of graph.relations.entries()) {
    const relation = relationSchema.safeParse(one);
    if (!relation.success)
      skipped.push({ what: `relation ${index + 1}`, because: 'It does not say from what to what.' });
    else {
      const { from, to, relationType } = relation.data;
      const subject = SELF.test(from) ? '' : `${spaced(from)} `;
      facts.push({
        fact: `${subject}${spaced(relationType)} ${spaced(to)}`,
        at: null,
        metadata: { relation: relationType },
      });
    }
  }
  return { facts, talks: [], skipped };
}
