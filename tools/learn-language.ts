/**
 * Learns how people ask for Nima's operations, and keeps it where the start finds it: a third of a minute that is spent
 * when building, and only when what it is learned from has changed. Run: node tools/learn-language.ts
 */

import { languageFolder } from '../src/app/language-folder.ts';
import { modules } from '../src/app/modules.ts';
import { buildCatalog } from '../src/kernel/catalog.ts';
import { createLanguage } from '../src/platform/language/language.ts';

const { operations, modules: known } = buildCatalog(modules);
createLanguage([...operations.values()], { modules: known, folder: languageFolder() });
