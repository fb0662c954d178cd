import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SearchChange, SearchDocument, SearchPort, SearchQuery } from '../../kernel/ports.ts';
import { createSearch } from './search.ts';

/** A collection as a database would hold it: the newest change of each document, in order of revision. */
class Collection {
  readonly calls: { owner: string; after: number }[] = [];
  readonly #changes = new Map<string, SearchChange>();
  #revision = 0;

  put(id: string, text: string, more: Partial<SearchDocument> = {}): this {
    return this.#change(id, { id, text, time: 0, ...more });
  }

  remove(id: string): this {
    return this.#change(id, null);
  }

  async changes(owner: string, after: number, limit: number): Promise<SearchChange[]> {
    this.calls.push({ owner, after });
    return [...this.#changes.values()].filter(({ revision }) => revision > after).slice(0, limit);
  }

  #change(id: string, document: SearchDocument | null): this {
    this.#revision += 1;
    this.#changes.delete(id);
    this.#changes.set(id, { id, document, revision: this.#revision });
    return this;
  }
}

async function find(search: SearchPort, source: Collection, query: string | SearchQuery): Promise<string[]> {
  const asked = typeof query === 'string' ? { text: query, limit: 10 } : query;
  return (await search.query('facts', 'ada', source, asked)).map(({ id }) => id);
}

function aCollection(): Collection {
  return new Collection()
    .put('coffee', 'Prefers dark roast coffee in the morning', { category: 'taste', time: 1 })
    .put('tea', 'Drinks green tea after lunch', { category: 'taste', time: 2 })
    .put('deploy', 'Deploys with Kubernetes on Fridays', { category: 'work', time: 3 });
}

describe('vectors of an embedder that knows meaning', () => {
  const toward = (cosine: number): Int8Array =>
    Int8Array.of(Math.round(127 * cosine), Math.round(127 * Math.sqrt(1 - cosine ** 2)));
  const source = new Collection()
    .put('volvo', 'My car is a blue Volvo', { vector: toward(0.35) })
    .put('peanuts', 'Allergic to peanuts', { vector: toward(0.2) });
  const query = { text: 'which vehicle do they drive', limit: 10, vector: Int8Array.of(127, 0) };

  test('find what is said in other words, and leave out what is not alike', async () => {
    expect(await find(createSearch({ embedder: { knowsMeaning: true } }), source, query)).toEqual(['volvo']);
  });

  test('count for less where they know spelling alone', async () => {
    expect(await find(createSearch({ embedder: { knowsMeaning: false } }), source, query)).toEqual([]);
  });
});

describe('finding', () => {
  test('a fact is found by other forms of its words', async () => {
    expect(await find(createSearch(), aCollection(), 'which coffees does she prefer')).toEqual(['coffee']);
    expect(await find(createSearch(), aCollection(), 'what did she drink')).toEqual(['tea']);
    expect(await find(createSearch(), aCollection(), 'deployment on k8s')).toEqual(['deploy']);
  });

  test('a slip of the keyboard and a part of a word still find', async () => {
    expect(await find(createSearch(), aCollection(), 'cofee')).toEqual(['coffee']);
    expect(await find(createSearch(), aCollection(), 'kuberentes')).toEqual(['deploy']);
    expect(await find(createSearch(), aCollection(), 'kube')).toEqual(['deploy']);
  });

  test('what nothing matches, or has stop-words alone, finds nothing', async () => {
    expect(await find(createSearch(), aCollection(), 'quantum chromodynamics')).toEqual([]);
    expect(await find(createSearch(), aCollection(), 'what is it that you are')).toEqual([]);
    expect(await find(createSearch(), aCollection(), '')).toEqual([]);
    expect(await find(createSearch(), new Collection(), 'coffee')).toEqual([]);
  });

  test('of two equal facts the newer comes first', async () => {
    const source = new Collection().put('old', 'likes tea', { time: 1 }).put('new', 'likes tea', { time: 2 });
    expect(await find(createSearch(), source, 'tea')).toEqual(['new', 'old']);
  });

  test('a category or a group keeps everything else out', async () => {
    const source = aCollection().put('turn', 'coffee again', { group: 'monday', category: 'talk' });
    const search = createSearch();
    expect(await find(search, source, { text: 'coffee', category: 'taste', limit: 10 })).toEqual(['coffee']);
    expect(await find(search, source, { text: 'coffee', group: 'monday', limit: 10 })).toEqual(['turn']);
    expect(await find(search, source, { text: 'coffee', category: 'unheard of', limit: 10 })).toEqual([]);
  });

  test('no more is listed than asked for, best first', async () => {
    const source = aCollection().put('both', 'coffee and tea');
    const hits = await createSearch().query('facts', 'ada', source, { text: 'coffee tea', limit: 2 });
    expect(hits).toHaveLength(2);
    expect(hits[0]?.id).toBe('both');
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0);
  });
});

describe('conversations', () => {
  const talk = () =>
    new Collection()
      .put('1', 'Did you find a name for the puppy?', { group: 'g', speaker: 'Ada', time: Date.UTC(2024, 5, 3) })
      .put('2', 'Yes, we call her Coco.', { group: 'g', speaker: 'Ben', time: Date.UTC(2024, 5, 3) + 1 })
      .put('3', 'The puppy chewed my boots', { group: 'h', speaker: 'Ada', time: Date.UTC(2024, 8, 3) })
      .put('4', 'Rain all day', { group: 'i', speaker: 'Ada', time: Date.UTC(2024, 11, 3) });

  test('an answer is found by the words of the question before it', async () => {
    expect(await find(createSearch(), talk(), 'name of the puppy')).toContain('2');
  });

  test('the person whom the question names comes first', async () => {
    const source = new Collection()
      .put('a', 'Grilled fish is my favorite', { group: 'g', speaker: 'Ada', time: 1 })
      .put('b', 'Boiled fish is my favorite', { group: 'g', speaker: 'Ben', time: 2 });
    expect((await find(createSearch(), source, 'Which fish does Ada like?'))[0]).toBe('a');
    expect((await find(createSearch(), source, 'Which fish does Ben like?'))[0]).toBe('b');
  });

  test('a month finds what was said in it', async () => {
    expect(await find(createSearch(), talk(), 'what happened in December')).toEqual(['4']);
    expect(await find(createSearch(), talk(), 'what happened on 3 September 2024?')).toContain('3');
  });
});

describe('keeping up with the database', () => {
  test('a change is seen by the next query, and what it replaced is gone', async () => {
    const search = createSearch();
    const source = aCollection();
    await find(search, source, 'coffee');
    source.put('coffee', 'Gave up caffeine').remove('tea').put('new', 'Bought a bicycle');
    expect(await find(search, source, 'dark roast coffee')).toEqual([]);
    expect(await find(search, source, 'tea')).toEqual([]);
    expect(await find(search, source, 'caffeine')).toEqual(['coffee']);
    expect(await find(search, source, 'bike')).toEqual(['new']);
  });

  test('when nothing changed, the database is asked one question', async () => {
    const search = createSearch();
    const source = aCollection();
    await find(search, source, 'coffee');
    source.calls.length = 0;
    await find(search, source, 'coffee');
    expect(source.calls).toEqual([{ owner: 'ada', after: 3 }]);
  });

  test('a large collection loads in pages', async () => {
    const source = new Collection();
    for (let n = 0; n < 25; n += 1) source.put(`id${n}`, `fact number ${n}`);
    expect(await find(createSearch({ pageSize: 10 }), source, { text: 'fact', limit: 100 })).toHaveLength(25);
    expect(source.calls.map(({ after }) => after)).toEqual([0, 10, 20]);
  });

  test('queries that come during a load share it, and still see what was committed before them', async () => {
    const search = createSearch();
    const source = aCollection();
    const first = find(search, source, 'coffee');
    source.put('late', 'coffee beans');
    const others = [find(search, source, 'coffee'), find(search, source, 'beans'), find(search, source, 'tea')];
    await first;
    expect((await Promise.all(others)).map((ids) => ids.includes('late'))).toEqual([true, true, false]);
    expect(source.calls).toHaveLength(2);
  });

  test('after a database fault the next query goes on where the load stopped', async () => {
    const search = createSearch({ pageSize: 2 });
    const source = aCollection();
    const failing = Object.create(source, {
      changes: {
        value: async (owner: string, after: number, limit: number) => {
          if (after > 0) throw new Error('connection lost');
          return source.changes(owner, after, limit);
        },
      },
    }) as Collection;
    await expect(find(search, failing, 'coffee')).rejects.toThrow('connection lost');
    expect(await find(search, source, 'kubernetes')).toEqual(['deploy']);
    expect(source.calls.map(({ after }) => after)).toEqual([0, 2]);
  });

  test('owners and collections are kept apart', async () => {
    const search = createSearch();
    await find(search, aCollection(), 'coffee');
    const query = { text: 'coffee', limit: 10 };
    expect(await search.query('facts', 'bob', new Collection(), query)).toEqual([]);
    expect(await search.query('turns', 'ada', new Collection(), query)).toEqual([]);
  });

  test('the owner not heard of for longest is dropped when memory runs out, and loads again', async () => {
    const search = createSearch({ memoryBytesMax: 1 });
    const source = aCollection();
    const query = { text: 'coffee', limit: 10 };
    for (const owner of ['ada', 'bob', 'ada']) {
      expect(await search.query('facts', owner, source, query)).toHaveLength(1);
    }
    expect(source.calls.map(({ after }) => after)).toEqual([0, 0, 0]);
  });

  test('other work goes on while a large collection loads', async () => {
    const source = new Collection();
    for (let n = 0; n < 20_000; n += 1) source.put(`id${n}`, `fact number ${n} of a long list about many a thing`);
    let isLoading = true;
    let turns = 0;
    const load = find(createSearch(), source, 'fact').finally(() => {
      isLoading = false;
    });
    while (isLoading) {
      await nextTurn();
      turns += 1;
    }
    expect(await load).toHaveLength(10);
    expect(turns).toBeGreaterThan(10);
  });
});
