import type { components } from '@octokit/openapi-types';
import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type * as answers from './answers.ts';

/** As `JSON.parse` gives it: the description allows for ids beyond 2^53, which JSON numbers do not carry. */
type Parsed<T> = T extends bigint ? never : T extends object ? { [K in keyof T]: Parsed<T[K]> } : T;
type Schemas = { [K in keyof components['schemas']]: Parsed<components['schemas'][K]> };
type Read<K extends keyof typeof answers> = (typeof answers)[K] extends z.ZodType
  ? z.input<(typeof answers)[K]>
  : never;

test('whatever GitHub publishes as its answer is one that Nima reads (checked by the compiler)', () => {
  expectTypeOf<Schemas['full-repository']>().toExtend<Read<'repositoryAnswer'>>();
  expectTypeOf<Schemas['pull-request']>().toExtend<Read<'pullAnswer'>>();
  expectTypeOf<Schemas['pull-request-simple']>().toExtend<Read<'pullAnswer'>>();
  expectTypeOf<Schemas['pull-request-merge-result']>().toExtend<Read<'mergeAnswer'>>();
  expectTypeOf<Schemas['issue']>().toExtend<Read<'issueAnswer'>>();
  expectTypeOf<Schemas['issue-comment']>().toExtend<Read<'commentAnswer'>>();
  expectTypeOf<Schemas['short-branch']>().toExtend<Read<'branchAnswer'>>();
  expectTypeOf<Schemas['content-file']>().toExtend<Read<'fileAnswer'>>();
  expectTypeOf<Schemas['content-directory']>().toExtend<Read<'folderAnswer'>>();
  expectTypeOf<Schemas['commit']>().toExtend<Read<'commitAnswer'>>();
  expectTypeOf<Schemas['code-search-result-item']>().toExtend<Read<'codeAnswer'>['items'][number]>();
  expectTypeOf<Schemas['workflow-run']>().toExtend<Read<'runAnswer'>>();
});
