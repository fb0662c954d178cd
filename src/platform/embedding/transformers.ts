/**
 * An embedder that knows meaning, in this process: a sentence model run by `@huggingface/transformers`. The package is
 * large, so it is no dependency of Nima; who wants it installs it, and it is loaded at the first use.
 */
import { Failure } from '../../kernel/errors.ts';
import type { Embedder } from '../../kernel/ports.ts';
import { quantize } from './quantize.ts';

export interface TransformersEmbedderOptions {
  readonly model?: string;
  /** What the model yields; 384 for the default model. */
  readonly dimensions?: number;
  /** A folder that holds `<model>/config.json`, `tokenizer.json` and `onnx/`; with it nothing is downloaded. */
  readonly folder?: string;
  /** How the package is loaded. */
  readonly load?: () => Promise<TransformersModule>;
}

/** The part of `@huggingface/transformers` that is used. */
export interface TransformersModule {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(task: 'feature-extraction', model: string, options: { dtype: string }): Promise<Extractor>;
}

type Extractor = (
  texts: string[],
  options: { pooling: 'mean'; normalize: true },
) => Promise<{ readonly dims: readonly number[]; readonly data: ArrayLike<number> }>;

const PACKAGE = '@huggingface/transformers';
const DEFAULT_MODEL = 'all-MiniLM-L6-v2';
const DEFAULT_DIMENSIONS = 384;
/** Who keeps sentence models on the hub in the format the package reads: a model named without an owner is one of theirs. */
const HUB_OWNER = 'Xenova';
/** More texts at once only make the padding longer. */
const BATCH_TEXTS_MAX = 16;

export function createTransformersEmbedder(options: TransformersEmbedderOptions = {}): Embedder {
  return new TransformersEmbedder(options);
}

class TransformersEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly isInstant = false;
  readonly knowsMeaning = true;
  readonly #options: TransformersEmbedderOptions;
  readonly #model: string;
  #extractor: Promise<Extractor> | null = null;

  constructor(options: TransformersEmbedderOptions) {
    this.#options = options;
    this.#model = options.model ?? DEFAULT_MODEL;
    this.dimensions = options.dimensions ?? DEFAULT_DIMENSIONS;
    this.id = `transformers:${this.#model}:${this.dimensions}`;
  }

  async embed(texts: readonly string[]): Promise<Int8Array[]> {
    if (texts.length === 0) return [];
    const extract = await this.#loaded();
    const vectors: Int8Array[] = [];
    for (let start = 0; start < texts.length; start += BATCH_TEXTS_MAX) {
      const batch = texts.slice(start, start + BATCH_TEXTS_MAX);
      const { dims, data } = await extract(batch, { pooling: 'mean', normalize: true });
      if (dims[1] !== this.dimensions) throw this.#wrongLength(dims[1]);
      for (let row = 0; row < batch.length; row += 1) vectors.push(this.#rowOf(data, row));
    }
    return vectors;
  }

  #rowOf(data: ArrayLike<number>, row: number): Int8Array {
    return quantize(Array.from({ length: this.dimensions }, (_, at) => data[row * this.dimensions + at] ?? 0));
  }

  /** Where the package finds the model: in the folder, or on the hub. */
  get #name(): string {
    const isOfFolder = this.#options.folder !== undefined;
    return isOfFolder || this.#model.includes('/') ? this.#model : `${HUB_OWNER}/${this.#model}`;
  }

  /** Loads once; after a failure the next use tries again, because the package may have been installed since. */
  #loaded(): Promise<Extractor> {
    this.#extractor ??= this.#load().catch((thrown: unknown) => {
      this.#extractor = null;
      throw thrown;
    });
    return this.#extractor;
  }

  async #load(): Promise<Extractor> {
    const { env, pipeline } = await this.#package();
    if (this.#options.folder !== undefined) {
      env.allowLocalModels = true;
      env.allowRemoteModels = false;
      env.localModelPath = this.#options.folder;
    }
    try {
      return await pipeline('feature-extraction', this.#name, { dtype: 'fp32' });
    } catch (cause) {
      const where = this.#options.folder === undefined ? 'from the hub' : `from ${this.#options.folder}`;
      const text = `The embedding model ${this.#model} cannot be loaded ${where}. Check the embedding settings.`;
      throw new Failure('unavailable', text, { cause });
    }
  }

  async #package(): Promise<TransformersModule> {
    try {
      // The name is a variable so that the compiler does not ask for a package that need not be there.
      const name: string = PACKAGE;
      return await (this.#options.load?.() ?? (import(name) as Promise<TransformersModule>));
    } catch (cause) {
      const text = `Embedding with ${this.#model} needs a package that is not installed. Run: npm install ${PACKAGE}`;
      throw new Failure('unavailable', text, { cause });
    }
  }

  #wrongLength(length: number | undefined): Failure {
    const text = `The embedding model ${this.#model} yields ${length} dimensions instead of ${this.dimensions}.`;
    return new Failure('unavailable', `${text} Check the embedding settings.`);
  }
}
