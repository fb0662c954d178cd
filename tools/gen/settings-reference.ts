/** docs/reference/settings.md: every setting with its environment name, default and reason, from the settings schema. */
import { homedir } from 'node:os';
import { type JsonSchema, jsonSchemaOf, typeText } from '../../src/kernel/schemas.ts';
import { environmentName } from '../../src/platform/settings/load.ts';
import { settingsSchema } from '../../src/platform/settings/schema.ts';
import { markdownTable } from './markdown.ts';

function defaultText(value: unknown): string {
  if (value === undefined) return '';
  // The home folder differs between machines; the page must not.
  const text = typeof value === 'string' ? value.replace(homedir(), '~') : JSON.stringify(value);
  return `\`${text}\``;
}

function typeWords(schema: JsonSchema): string {
  const types = schema.anyOf?.map(typeWords) ?? [typeText(schema)];
  if (types.some((type) => type.includes('list of') || type.includes('commas'))) return 'names, separated by commas';
  return types.includes('boolean') ? 'true or false' : [...new Set(types)].join(' or ');
}

/** None for a section whose settings are named by others. */
function settingsTable(group: string, properties: Readonly<Record<string, JsonSchema>>): string[] {
  if (Object.keys(properties).length === 0) return [];
  const rows = Object.entries(properties).map(([name, each]) => [
    `\`${group}.${name}\``,
    `\`${environmentName(group, name)}\``,
    typeWords(each),
    defaultText(each.default),
    each.description ?? '',
  ]);
  return [...markdownTable(['setting', 'environment', 'values', 'default', 'meaning'], rows), ''];
}

export function settingsReference(): string {
  const schema = jsonSchemaOf(settingsSchema, 'input');
  const chapters = Object.entries(schema.properties ?? {}).flatMap(([group, { properties = {}, description }]) => [
    `## ${group}`,
    '',
    ...(description ? [description, ''] : []),
    ...settingsTable(group, properties),
  ]);
  return [
    '<!-- Generated from the settings schema by `npm run gen`. Do not edit. -->',
    '',
    '# Settings',
    '',
    'Nima runs without any. Each can be set in the environment, by the name in the second column, or in `nima.yaml` in the',
    'data folder; the environment wins.',
    '',
    ...chapters,
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}
