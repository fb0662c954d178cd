/** Reads a persona from its pack folder and checks it. Which persona Nima wears is one constant here. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { likenessSchema, type PersonaPack, personaSchema, reviewRulesSchema } from './persona.ts';

async function readChecked<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const { parse } = await import('yaml');
  const checked = schema.safeParse(parse(await readFile(path, 'utf8')));
  if (checked.success) return checked.data;
  const issues = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path} is not a persona Nima can wear. ${issues.join('; ')}`);
}

/** `folder` holds `persona.yaml`, `review.yaml` and `likeness.yaml`. Throws when one is missing or misshapen. */
export async function readPersona(folder: string): Promise<PersonaPack> {
  const [persona, review, likeness] = await Promise.all([
    readChecked(join(folder, 'persona.yaml'), personaSchema),
    readChecked(join(folder, 'review.yaml'), reviewRulesSchema),
    readChecked(join(folder, 'likeness.yaml'), likenessSchema),
  ]);
  return { persona, review, likeness };
}

/** One persona, read when first asked for and kept. A failed read is not kept, so mending the file is enough. */
export class PersonaSource {
  readonly #folder: string;
  #pack: Promise<PersonaPack> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  load(): Promise<PersonaPack> {
    this.#pack ??= readPersona(this.#folder).catch((cause: unknown) => {
      this.#pack = null;
      throw cause;
    });
    return this.#pack;
  }
}

/** The persona Nima ships with. */
export const zenEngineer = new PersonaSource(join(import.meta.dirname, '../../../packs/persona/zen-engineer'));
