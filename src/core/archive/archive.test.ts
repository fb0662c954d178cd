import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aSecondOwner } from '../../../test/support/people.ts';
import type { Actor } from '../../kernel/context.ts';
import { exportTo, importFrom } from './file.ts';

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nima-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'nima.jsonl');
}

const endsOf = (nima: TestNima, told: string[] = []) => ({
  call: (name: string, input: object) => nima.call(name, input),
  tell: (text: string) => void told.push(text),
});

/** A Nima somebody has lived with for a little. */
async function livedWith(): Promise<TestNima> {
  const nima = await aNima();
  const said = (content: string) => nima.call('chat.send', { messages: [{ role: 'user', content }] });
  await said('My cluster is called ElderTree and I live in Porto');
  await nima.settle();
  await nima.call('memory.facts.create', { fact: 'The boat is called Albatross' });
  await nima.call('goals.create', {
    title: 'Deploy nima to production',
    deadline: '2099-12-31',
    milestones: ['One', 'Two'],
  });
  await nima.call('schedules.create', { remind: 'Review the cluster', when: 'every Monday at 9' });
  await nima.call('conversations.instructions.create', { text: 'Always answer in metric units' });
  await nima.call('knowledge.packs.deactivate', { id: 'cars' });
  await nima.call('memory.profile.update', { name: 'Rafael' });
  return nima;
}

describe('everything a person has', () => {
  test('comes along to an empty Nima, which then answers the same and exports the same to the byte', async () => {
    const [first, second] = [aFile(), aFile()];
    const lived = await livedWith();
    const told: string[] = [];
    await exportTo(first, endsOf(lived, told));
    expect(told.at(-1)).toMatch(/rows written/);
    const empty = await aNima();
    await importFrom(first, endsOf(empty));
    await exportTo(second, endsOf(empty));
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
    const asked = { messages: [{ role: 'user', content: 'What is my boat called?' }] };
    const [before, after] = [await lived.call('chat.send', asked), await empty.call('chat.send', asked)];
    expect(after.response).toBe(before.response);
    expect((await empty.call('goals.list')).goals).toMatchObject([{ title: 'Deploy nima to production' }]);
    expect((await empty.call('schedules.list')).schedules).toMatchObject([{ title: 'Reminder: Review the cluster' }]);
    expect((await empty.call('memory.recall', { query: 'cluster' })).facts[0].fact).toMatch(/ElderTree/);
  });

  test('comes with the files shown in talk, but not those shown in private', async () => {
    const [lived, file] = [await aNima(), aFile()];
    const show = async (name: string, text: string, more: object = {}) => {
      const content = Buffer.from(text).toString('base64');
      const { id } = await lived.call('attachments.create', { name, content });
      const asked = { messages: [{ role: 'user', content: 'Read it' }], attachment_ids: [id], ...more };
      await lived.call('chat.send', asked);
      return id;
    };
    const id = await show('boat.md', `The mooring costs 40. ${'More. '.repeat(300_000)}`);
    await show('safe.md', 'The safe is behind the clock', { private: true });
    await exportTo(file, endsOf(lived));
    expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from('The safe is behind').toString('base64').slice(0, 20));
    const empty = await aNima();
    await importFrom(file, endsOf(empty));
    const kept = await empty.call('attachments.get', { id, with_content: true });
    expect(Buffer.from(kept.content, 'base64').toString()).toMatch(/^The mooring costs 40/);
    expect((await empty.call('attachments.list')).attachments).toHaveLength(1);
  });

  test('comes once, however often it is brought', async () => {
    const file = aFile();
    await exportTo(file, endsOf(await livedWith()));
    const empty = await aNima();
    await importFrom(file, endsOf(empty));
    const told: string[] = [];
    await importFrom(file, endsOf(empty, told));
    expect(told.at(-1)).toMatch(/^0 rows brought in/);
  });

  test('is taken along page by page, in whatever size of page', async () => {
    const nima = await livedWith();
    const whole = await nima.call('archive.export', { limit: 2000 });
    const lines: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: { lines: unknown[]; cursor: string | null } = await nima.call('archive.export', {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      lines.push(...page.lines);
      cursor = page.cursor;
    } while (cursor);
    expect(lines.length).toBeGreaterThan(whole.lines.length);
    expect(new Set(lines.map((line) => JSON.stringify(line))).size).toBe(lines.length);
  });

  test('does not hold private talk, nor anything of somebody else', async () => {
    const nima = await livedWith();
    const secret = { messages: [{ role: 'user', content: 'The safe is behind the clock' }], private: true };
    await nima.call('chat.send', secret);
    const other: Actor = await aSecondOwner(nima);
    await nima.call('memory.facts.create', { fact: 'Somebody else likes herring' }, other);
    const file = aFile();
    await exportTo(file, endsOf(nima));
    expect(readFileSync(file, 'utf8')).not.toMatch(/behind the clock|herring/);
  });

  test('that an agent brings is refused: an archive is taken as the owner’s own word', async () => {
    const nima = await aNima();
    const agent: Actor = { ...nima.owner, kind: 'agent', face: 'mcp' };
    await expect(nima.call('archive.import', { lines: [] }, agent)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a file that is no archive', () => {
  test.for([
    ['', /is empty/],
    ['{"hello": 1}\n', /is not an export of Nima/],
    ['{"nima":"archive","format":9}\n', /newer Nima/],
    ['{"nima":"archive","format":1}\n{"table":"goals","row":\n', /Line 2 .* is not JSON/],
    ['{"nima":"archive","format":1}\n{"table":"goals","row":{"id":[1]}}\n', /Line 2 .* no row/],
  ] as const)('is refused with its line: %j', async ([text, said]) => {
    const file = aFile();
    writeFileSync(file, text);
    await expect(importFrom(file, endsOf(await aNima()))).rejects.toThrow(said);
  });

  test('with a table this Nima does not have says which rows were left out', async () => {
    const file = aFile();
    writeFileSync(file, '{"nima":"archive","format":1}\n{"table":"users","row":{"id":"x","name":"root"}}\n');
    const told: string[] = [];
    await importFrom(file, endsOf(await aNima(), told));
    expect(told.at(-1)).toMatch(/unknown here: users/);
  });

  test('with a cursor of nobody is refused', async () => {
    const nima = await aNima();
    await expect(nima.call('archive.export', { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'cursor_unknown' });
  });
});
