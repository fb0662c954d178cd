/** Every file that is generated, with the text it should have now. */
import { modules } from '../../src/app/modules.ts';
import { writeClient } from '../../src/faces/client/write-client.ts';
import { buildCatalog } from '../../src/kernel/catalog.ts';
import { operationsReference } from './operations-reference.ts';
import { settingsReference } from './settings-reference.ts';

export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

export function generatedFiles(): GeneratedFile[] {
  const catalog = buildCatalog(modules);
  return [
    { path: 'web/src/api/client.ts', text: writeClient(catalog) },
    { path: 'docs/reference/operations.md', text: operationsReference(catalog) },
    { path: 'docs/reference/settings.md', text: settingsReference() },
  ];
}
