/** The modules of Nima as the app lists them, for tests that are made from the catalog before any Nima runs. */
import { modules } from '../../src/app/modules.ts';
import type { Module } from '../../src/kernel/module.ts';

export const modulesOfNima = (): readonly Module[] => modules;

export { languageFolder } from '../../src/app/language-folder.ts';
