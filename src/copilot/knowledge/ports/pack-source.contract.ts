/** What every source of packs keeps to, tried on the same pack wherever it lies. */
import { expect, test } from 'vitest';
import type { PackSource } from './pack-source.ts';

export interface PackPlace {
  readonly source: PackSource;
  /** Holds `pack.yaml`, an executable `run.sh`, a link `link.yaml` and a folder `deep`. */
  readonly place: string;
}

export function keepsThePackSourceContract(given: () => Promise<PackPlace>): void {
  const signal = new AbortController().signal;

  test('lists what lies there by its kind, and follows nothing', async () => {
    const { source, place } = await given();
    expect(source.accepts(place)).toBe(true);
    const opened = await source.open(place, signal);
    const kinds = Object.fromEntries(opened.entries.map(({ name, kind }) => [name, kind]));
    expect(kinds).toEqual({ 'pack.yaml': 'file', 'run.sh': 'executable', 'link.yaml': 'symlink', deep: 'folder' });
    await opened.close();
  });

  test('hands out the bytes it listed, and nothing it did not list', async () => {
    const { source, place } = await given();
    const opened = await source.open(place, signal);
    const bytes = await opened.read('pack.yaml');
    expect(Buffer.from(bytes).toString()).toBe('id: garden\n');
    expect(opened.entries.find(({ name }) => name === 'pack.yaml')?.bytes).toBe(bytes.length);
    await expect(opened.read('../pack.yaml')).rejects.toThrow('was not listed');
    await expect(opened.read('deep/pack.yaml')).rejects.toThrow('was not listed');
    await opened.close();
  });

  test('says in words that a place is not there', async () => {
    const { source, place } = await given();
    await expect(source.open(`${place}-not-there`, signal)).rejects.toMatchObject({
      kind: expect.stringMatching(/^(invalid|unavailable)$/),
    });
  });

  test('gives up when the caller does', async () => {
    const { source, place } = await given();
    const gone = AbortSignal.abort(new Error('The caller left.'));
    await expect(source.open(place, gone).then((opened) => opened.close().then(() => 'opened'))).rejects.toThrow(
      'The caller left.',
    );
  });
}
