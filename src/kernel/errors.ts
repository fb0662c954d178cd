/**
 * The eight kinds of failure. A module names its own cases (`fact_already_known`) and gives each a kind; a face maps
 * the kind to its own language (HTTP status, exit code, tool error). Nothing else in Nima knows a status code.
 */
export const FAILURE_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'limit',
  'unavailable',
  'internal',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What went wrong, in words that say what to do next. `details` is data for programs; it never holds a secret. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** The case, e.g. `fact_already_known`; equals the kind when no module named it. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: FailureKind, message: string, about: { code?: string; details?: object; cause?: unknown } = {}) {
    super(message, about.cause === undefined ? undefined : { cause: about.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.code = about.code ?? kind;
    this.details = { ...about.details };
  }
}

/** One declared case. `text` is the sentence a person reads, made from the details. */
// biome-ignore lint/suspicious/noExplicitAny: each case has its own details; `any` lets a record hold them all.
export interface FailureCase<D = any> {
  readonly kind: FailureKind;
  readonly text: (details: D) => string;
}
export type FailureCases = Readonly<Record<string, FailureCase>>;

type DetailsOf<C> = C extends { text: (details: infer D) => string } ? D : never;
/** Constructors of the declared cases: `throw fail.fact_already_known({ id })`. */
export type Fail<C extends FailureCases> = {
  readonly [K in keyof C]: (details: DetailsOf<C[K]>, cause?: unknown) => Failure;
};

export function failuresOf<const C extends FailureCases>(cases: C): Fail<C> {
  const entries = Object.entries(cases).map(([code, { kind, text }]) => [
    code,
    (details: object, cause?: unknown) => new Failure(kind, text(details), { code, details, cause }),
  ]);
  return Object.fromEntries(entries) as Fail<C>;
}

/** Every thrown thing as a Failure; what nobody declared becomes `internal`, with its cause kept for the log. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure('internal', 'Nima failed in a way it did not expect. The log has the details; try again.', {
    cause: thrown,
  });
}
