/**
 * The rooms of the house as rules: where a file belongs, and which doors are open to it. ARCHITECTURE.md shows the same
 * table to people; a test holds the two together.
 */

export interface RoomRow {
  readonly room: string;
  readonly mayImport: string;
  readonly never: string;
}

export const ROOM_ROWS: readonly RoomRow[] = [
  { room: '`kernel`', mayImport: '`zod`', never: 'anything of ours' },
  {
    room: '`platform/<x>`',
    mayImport: '`kernel`, `platform/{db,settings,telemetry}`, its own library',
    never: 'core, wings, providers, faces',
  },
  {
    room: "`core/<m>`, a wing's module",
    mayImport:
      "`kernel`, itself, another module's `index.ts` if its manifest `uses` it (no cycles; core never uses a wing); `store.ts` also `platform/db`",
    never: 'vendor SDKs, `process.env`, HTTP, faces',
  },
  {
    room: '`providers/<port>/<name>`',
    mayImport: '`kernel`, the one port it fills, its vendor SDK (`providers/station/kubernetes` also `operator/crd`)',
    never: 'other providers, module internals',
  },
  {
    room: '`faces/<f>`',
    mayImport: '`kernel`, `platform/{auth,telemetry}`, its protocol library',
    never: 'modules, providers, other faces',
  },
  {
    room: '`operator`',
    mayImport: '`kernel/errors`, `platform/{settings,telemetry}`, the cluster client',
    never: 'modules, the database',
  },
  { room: '`app`', mayImport: 'everything', never: 'nobody imports `app` (but `test/support`)' },
  {
    room: '`web/src`',
    mayImport: 'itself, its libraries',
    never: '`src/**`: it knows Nima by the generated client only',
  },
];

export type RoomName = 'kernel' | 'platform' | 'module' | 'providers' | 'faces' | 'operator' | 'app' | 'web' | 'test';

/** Where a file lives: its room, and the unit inside that may import itself freely. */
export interface Place {
  readonly room: RoomName;
  /** `platform/db`, `copilot/memory`, `providers/model/offline`. */
  readonly unit: string;
}

export const WINGS = ['core', 'copilot', 'workstation', 'fleet'] as const;

/** The place of a path relative to the repository, or null when the house has no such room. */
export function placeOf(path: string): Place | null {
  if (path.startsWith('web/src/')) return { room: 'web', unit: 'web/src' };
  if (/^(test|bench|tools)\//.test(path))
    return { room: 'test', unit: path.startsWith('test/support/') ? 'test/support' : 'test' };
  const [, room = '', first = '', second = ''] = path.split('/');
  if (!path.startsWith('src/')) return null;
  if (room === 'kernel' || room === 'operator' || room === 'app') return { room, unit: room };
  if (room === 'platform' || room === 'faces') return { room, unit: `${room}/${first}` };
  if (room === 'providers') return { room, unit: `${room}/${first}/${second}` };
  if (room === 'stations') return { room: 'module', unit: room };
  if (WINGS.some((wing) => wing === room)) return { room: 'module', unit: `${room}/${first}` };
  return null;
}

/** Files that only tests run: tests, contract suites, and a room's `fixtures.ts`. */
export const isTest = (path: string): boolean => /(\.(test|contract)|\/fixtures)\.tsx?$/.test(path);

/** `import` of one file: the importer, what it names (a path of the repository, or a library), and its module's `uses`. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isLibrary: boolean;
  /** Modules the importer's manifest names. */
  readonly uses: readonly string[];
}

/** Rooms of `platform/` and beyond that a room may enter by any file. */
const OPEN: Readonly<Record<RoomName, readonly string[]>> = {
  kernel: [],
  platform: ['kernel', 'platform/db', 'platform/settings', 'platform/telemetry'],
  module: ['kernel'],
  providers: ['kernel'],
  faces: ['kernel', 'platform/auth', 'platform/telemetry'],
  operator: ['platform/settings', 'platform/telemetry'],
  app: [],
  web: [],
  test: [],
};

/** What a module may have beside Node's own: schemas, and the format packs are written in. All else is a vendor's, and belongs behind a port. */
const MODULE_LIBRARIES: readonly string[] = ['zod', 'yaml'];
const NETWORK = /^node:(http|https|http2|net|tls|dgram|child_process|cluster|worker_threads)$/;

function libraryFault({ from, to }: Import, place: Place): string | null {
  if (place.room === 'kernel' && to !== 'zod') return 'the kernel is pure: only zod; put I/O behind a port';
  if (place.room !== 'module' || to.startsWith('node:')) {
    const isModuleOnNetwork = place.room === 'module' && NETWORK.test(to);
    return isModuleOnNetwork ? 'a module reaches the outside through a port in its ports/, filled by a provider' : null;
  }
  if (MODULE_LIBRARIES.includes(to)) return null;
  if (to === 'kysely') return from.endsWith('/store.ts') ? null : 'only store.ts holds SQL; call its functions';
  return "a vendor's library belongs to a provider (src/providers/<port>/<name>), behind a port of this module";
}

function moduleFault({ from, to, uses }: Import, place: Place, target: Place): string | null {
  if (target.unit === 'platform/db')
    return from.endsWith('/store.ts') ? null : 'only store.ts opens platform/db; call its functions';
  if (target.room !== 'module') return 'a module knows the kernel and its ports; the context brings the rest';
  const name = target.unit.split('/').at(-1) ?? '';
  const door = `src/${target.unit}/index.ts`;
  if (place.unit.startsWith('core/') && !target.unit.startsWith('core/')) {
    return 'core serves every wing and uses none; emit an event, or let the wing call core';
  }
  if (to !== door) return `use its door, ${door}`;
  return uses.includes(name) ? null : `add '${name}' to uses in src/${place.unit}/module.ts`;
}

function providerFault({ from, to }: Import, target: Place): string | null {
  if (target.room === 'module' && to.includes('/ports/')) return null;
  if (from.startsWith('src/providers/station/kubernetes/') && to.startsWith('src/operator/crd')) return null;
  return 'a provider knows the kernel and the one port it fills (src/<module>/ports/)';
}

/** Why this import is not allowed and which door is right, or null when it is. */
export function importFault(each: Import): string | null {
  const { from, to, isLibrary } = each;
  const place = placeOf(from);
  if (!place) return 'this folder is no room of the house; see ARCHITECTURE.md';
  if (isLibrary) return isTest(from) ? null : libraryFault(each, place);
  const target = placeOf(to);
  if (place.room === 'web')
    return target?.unit === 'web/src' ? null : 'the page knows Nima by its generated client only';
  if (target?.room === 'app') {
    const isOpen = place.room === 'app' || place.unit === 'test/support' || /^(bench|tools)\//.test(from);
    return isOpen ? null : 'nobody imports app; tests start Nima through test/support';
  }
  if (isTest(to) && !isTest(from) && place.room !== 'test') return 'only tests use fixtures, contracts and tests';
  if (isTest(from) || place.room === 'app' || place.room === 'test') return null;
  if (target === null) return 'this folder is no room of the house; see ARCHITECTURE.md';
  if (target.unit === place.unit || OPEN[place.room].includes(target.unit)) return null;
  if (place.room === 'module') return moduleFault(each, place, target);
  if (place.room === 'providers') return providerFault(each, target);
  if (place.room === 'operator' && to === 'src/kernel/errors.ts') return null;
  return `${place.room} may import ${[...OPEN[place.room], 'itself'].join(', ')}; the app passes in the rest`;
}
