import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFault, placeOf, ROOM_ROWS } from './rooms.ts';
import { exists, importsOf, parse, ROOT, resolveImport, type SourceFile, sourceFiles, usesOf } from './source-files.ts';

const files = sourceFiles();

function usesOfModule(path: string): string[] {
  const unit = placeOf(path)?.unit;
  const manifest = files.find((file) => file.path === `src/${unit}/module.ts`);
  return manifest ? usesOf(manifest) : [];
}

function faultsOf(file: SourceFile): string[] {
  const uses = usesOfModule(file.path);
  return importsOf(file).flatMap((named) => {
    const fault = importFault({ from: file.path, uses, ...resolveImport(file.path, named) });
    return fault ? [`${file.path} imports ${named}: ${fault}.`] : [];
  });
}

test('every file imports only what its room may', () => {
  expect(files.flatMap(faultsOf)).toEqual([]);
});

test('every relative import names a file that exists', () => {
  const missing = files.flatMap((file) =>
    importsOf(file)
      .map((named) => resolveImport(file.path, named))
      .filter(({ to, isLibrary }) => !isLibrary && file.path.startsWith('src/') && !exists(to))
      .map(({ to }) => `${file.path}: ${to}`),
  );
  expect(missing).toEqual([]);
});

test('no two modules use each other, directly or in a circle', () => {
  const manifests = files.filter(({ path }) => placeOf(path)?.room === 'module' && path.endsWith('/module.ts'));
  const uses = new Map(manifests.map((file) => [file.path.split('/').at(-2) ?? '', usesOf(file)]));
  const circles = [...uses.keys()].filter((name) => reaches(uses, name, name));
  expect(circles).toEqual([]);
});

function reaches(
  uses: ReadonlyMap<string, readonly string[]>,
  from: string,
  goal: string,
  seen: string[] = [],
): boolean {
  return (uses.get(from) ?? []).some(
    (next) => next === goal || (!seen.includes(next) && reaches(uses, next, goal, [...seen, next])),
  );
}

test('ARCHITECTURE.md shows the table that is enforced', () => {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  for (const { room, mayImport, never } of ROOM_ROWS) expect(text).toContain(`| ${room} | ${mayImport} | ${never} |`);
});

describe('the wall stands', () => {
  const fault = (from: string, named: string, uses: string[] = []) =>
    importFault({ from, uses, ...resolveImport(from, named) });

  test.each([
    ['src/kernel/run.ts', 'node:fs', 'pure'],
    ['src/kernel/run.ts', '../platform/db/database.ts', 'kernel may import'],
    ['src/platform/jobs/queue.ts', '../events/outbox.ts', 'platform may import'],
    ['src/platform/jobs/queue.ts', '../../copilot/memory/index.ts', 'platform may import'],
    ['src/platform/jobs/queue.ts', '../../../test/support/clock.ts', 'platform may import'],
    ['src/copilot/chat/send.ts', '../memory/facts/store.ts', 'use its door, src/copilot/memory/index.ts'],
    ['src/copilot/chat/send.ts', '../memory/index.ts', "add 'memory' to uses in src/copilot/chat/module.ts"],
    ['src/copilot/chat/send.ts', 'pg', 'provider'],
    ['src/copilot/chat/send.ts', 'kysely', 'only store.ts'],
    ['src/copilot/chat/send.ts', 'node:http', 'through a port'],
    ['src/copilot/chat/send.ts', '../../platform/db/database.ts', 'only store.ts'],
    ['src/core/audit/append.ts', '../../copilot/memory/index.ts', 'core serves every wing'],
    ['src/providers/model/offline/answer.ts', '../anthropic/model.ts', 'the one port it fills'],
    ['src/providers/model/offline/answer.ts', '../../../copilot/memory/index.ts', 'the one port it fills'],
    ['src/faces/rest/server.ts', '../cli/program.ts', 'faces may import'],
    ['src/operator/reconcile.ts', '../platform/db/database.ts', 'operator may import'],
    ['src/faces/rest/server.ts', '../../app/nima.ts', 'nobody imports app'],
    ['test/journeys/day.test.ts', '../../src/app/nima.ts', 'nobody imports app'],
    ['src/copilot/chat/send.ts', './fixtures.ts', 'only tests'],
    ['web/src/shell/App.tsx', '../../../src/kernel/names.ts', 'generated client only'],
    ['src/somewhere/else.ts', 'zod', 'no room of the house'],
  ])('%s may not import %s', (from, named, words) => {
    expect(fault(from, named)).toContain(words);
  });

  test.each([
    ['src/platform/jobs/queue.ts', '../db/database.ts'],
    ['src/copilot/chat/send.ts', '../../kernel/errors.ts'],
    ['src/copilot/chat/send.ts', '../../core/audit/index.ts'],
    ['src/copilot/memory/facts/store.ts', '../../../platform/db/database.ts'],
    ['src/copilot/memory/facts/create.test.ts', '../../../../test/support/database.ts'],
    ['src/providers/station/docker/station.ts', '../../../stations/ports/station.ts'],
    ['src/providers/station/kubernetes/station.ts', '../../../operator/crd/station.ts'],
    ['src/operator/reconcile.ts', '../kernel/errors.ts'],
    ['test/support/nima.ts', '../../src/app/nima.ts'],
    ['web/src/screens/chat/Chat.tsx', '../../parts/Button.tsx'],
  ])('%s may import %s', (from, named) => {
    expect(fault(from, named, ['audit'])).toBeNull();
  });

  test('an import is seen in whatever form it is written', () => {
    const text = `import a from 'a'; export { b } from 'b'; const c = await import('c'); type D = import('d').D;`;
    expect(importsOf(parse('x.ts', text))).toEqual(['a', 'b', 'c', 'd']);
  });
});
