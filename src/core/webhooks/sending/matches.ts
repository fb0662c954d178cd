/** Which events an endpoint is told of. What webhooks announce themselves is never sent on: it could go in circles. Pure. */
import type { Catalog } from '../../../kernel/catalog.ts';

const OWN = 'webhooks.';

export const announcedBy = ({ modules }: Pick<Catalog, 'modules'>): string[] =>
  [...new Set(modules.flatMap(({ events }) => events))].filter((event) => !event.startsWith(OWN)).sort();

const isNamed = (wanted: string, event: string): boolean =>
  wanted === '*' || wanted === event || (wanted.endsWith('.*') && event.startsWith(wanted.slice(0, -1)));

/** `goals.*` names all that begins with `goals.`. */
export const allows = (wanted: readonly string[], event: string): boolean =>
  !event.startsWith(OWN) && wanted.some((name) => isNamed(name, event));
