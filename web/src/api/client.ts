/* Generated from the catalog by `npm run gen`. Do not edit: change the operation instead. */
/* eslint-disable */


export interface NimaErrorBody {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
}

/** What Nima answered instead of a result. A lost connection is not this: `fetch` says it in its own way. */
export class NimaError extends Error {
  /** One of eight: invalid, unauthenticated, forbidden, not_found, conflict, limit, unavailable, internal. */
  readonly kind: string;
  /** The case, for programs: `fact_already_known`. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** HTTP status; 500 for a stream that failed after it had begun. */
  readonly status: number;

  constructor({ kind, code, message, details }: NimaErrorBody, status: number) {
    super(message);
    this.name = 'NimaError';
    this.kind = kind;
    this.code = code;
    this.details = details;
    this.status = status;
  }
}

export interface ClientOptions {
  /** `http://localhost:8002`; the page's own origin when left out. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Bearer token; a page is signed in by its cookie instead. */
  readonly token?: string | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Address {
  readonly method: string;
  /** With `{id}` for what the input fills in. */
  readonly path: string;
  /** True when a stream can go on after the last event seen. */
  readonly resumes?: boolean;
}

type Input = Readonly<Record<string, unknown>>;

function queryOf(input: Input): string {
  const words = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  const pairs = Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((item) => [name, words(item)]) : [[name, words(value)]];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

async function failureOf(response: Response): Promise<NimaError> {
  const body = (await response.json().catch(() => null)) as { error?: NimaErrorBody } | null;
  const message = `The server answered ${response.status} without saying why.`;
  return new NimaError(body?.error ?? { kind: 'internal', code: 'internal', message, details: {} }, response.status);
}

interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string;
}

function frameOf(text: string): Frame {
  const fields = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
  const all = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
  return { id: all('id').at(-1), event: all('event').at(-1), data: all('data').join('\n') };
}

async function* framesOf({ body }: Response): AsyncGenerator<Frame> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      yield* frames.map(frameOf).filter(({ data }) => data !== '');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const RESUMES_MAX = 4;
const RESUME_AFTER_MS = 250;

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The two ways to call: `ask` for one answer, `follow` for events. */
export function connect({ baseUrl = '', fetch, token }: ClientOptions) {
  const send = fetch ?? ((...request: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...request));

  async function open(address: Address, input: Input, signal?: AbortSignal, after?: string): Promise<Response> {
    const { method } = address;
    const rest = { ...input };
    const path = address.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      delete rest[name];
      return encodeURIComponent(String(input[name]));
    });
    const isInBody = method === 'POST' || method === 'PUT';
    const response = await send(`${baseUrl}${path}${isInBody ? '' : queryOf(rest)}`, {
      method,
      headers: {
        ...(isInBody ? { 'Content-Type': 'application/json' } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(after ? { 'Last-Event-ID': after } : {}),
      },
      ...(isInBody ? { body: JSON.stringify(rest) } : {}),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  async function ask(address: Address, input: object, { signal }: CallOptions = {}): Promise<unknown> {
    return (await open(address, input as Input, signal)).json();
  }

  async function* follow(address: Address, input: object, { signal }: CallOptions = {}): AsyncGenerator<unknown> {
    let last: string | undefined;
    for (let tries = 0; ; tries += 1) {
      try {
        for await (const { id, event, data } of framesOf(await open(address, input as Input, signal, last))) {
          if (event === 'error') throw new NimaError((JSON.parse(data) as { error: NimaErrorBody }).error, 500);
          last = id ?? last;
          tries = 0;
          yield JSON.parse(data);
        }
        return;
      } catch (thrown) {
        const isBroken = !(thrown instanceof NimaError) && !signal?.aborted;
        if (!isBroken || !address.resumes || last === undefined || tries >= RESUMES_MAX) throw thrown;
        await pause(RESUME_AFTER_MS * 2 ** tries, signal);
      }
    }
  }

  return { ask, follow };
}

export type HealthGetInput = Record<string, unknown>;
export type HealthGetOutput = {
  status: "healthy";
  /** A model answers; offline there always is one */
  model_loaded: boolean;
  /** Text can be counted; Nima estimates four characters to a token */
  tokenizer_loaded: boolean;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
    because: string;
  };
};
export type HealthLiveInput = Record<string, unknown>;
export type HealthLiveOutput = {
  status: "live";
};
export type HealthReadyInput = Record<string, unknown>;
export type HealthReadyOutput = {
  status: "ready";
};
export type UsersGetInput = Record<string, unknown>;
export type UsersGetOutput = {
  id: string;
  name: string;
  /** `*` holds every permission. */
  permissions: string[];
  created_at: string;
};
export type UsersSessionsCreateInput = {
  /** User name; the owner when left out */
  name?: string;
  /** The password shown at first start */
  password: string;
};
export type UsersSessionsCreateOutput = {
  id: string;
  name: string;
  created_at: string;
  expires_at: string | null;
  /** Bearer token; a browser gets it as a cookie instead */
  token?: string;
};
export type UsersSessionsListInput = {
  /** Default: 50 */
  limit?: number;
};
export type UsersSessionsListOutput = {
  sessions: ({
    id: string;
    name: string;
    created_at: string;
    expires_at: string | null;
  })[];
};
export type UsersSessionsRemoveInput = {
  /** Session id, or `current` for the one that asks */
  id: string | "current";
};
export type UsersSessionsRemoveOutput = {
  removed: number;
};
export type UsersTokensCreateInput = {
  /** What it is for */
  name: string;
  /** Days until it expires; never when left out */
  days?: number;
};
export type UsersTokensCreateOutput = {
  id: string;
  name: string;
  created_at: string;
  expires_at: string | null;
  /** The token, shown only now */
  token: string;
};
export type UsersTokensListInput = {
  /** Default: 50 */
  limit?: number;
};
export type UsersTokensListOutput = {
  tokens: ({
    id: string;
    name: string;
    created_at: string;
    expires_at: string | null;
  })[];
};
export type UsersTokensRemoveInput = {
  id: string;
};
export type UsersTokensRemoveOutput = {
  removed: number;
};
export type UsersPasswordUpdateInput = {
  current: string;
  password: string;
};
export type UsersPasswordUpdateOutput = {
  signed_out: number;
};
export type AuditListInput = {
  /** Default: 50 */
  limit?: number;
  /** Only entries before this `seq`, for the next page */
  before?: number;
};
export type AuditListOutput = {
  entries: ({
    seq: number;
    at: string;
    /** Kind and face: `person/rest`, `agent/chat` */
    actor: string;
    operation: string;
    /** Id the call was about */
    target: string | null;
    /** SHA-256 of the canonical input, base64url */
    input_hash: string;
    outcome: "done" | "failed";
    /** Failure code */
    code: string | null;
    approval_id: string | null;
  })[];
};
export type AuditVerifyInput = Record<string, unknown>;
export type AuditVerifyOutput = {
  intact: boolean;
  /** Entries that fit */
  entries: number;
  /** First `seq` that was changed or removed */
  broken_at: number | null;
};
export type ApprovalsListInput = {
  /** Only what still waits · Default: true */
  open?: boolean;
  /** Default: 50 */
  limit?: number;
};
export type ApprovalsListOutput = {
  approvals: ({
    id: string;
    operation: string;
    effect: "write" | "spend" | "destroy";
    /** The exact arguments that would run */
    arguments: Record<string, unknown>;
    /** What would change, in one sentence */
    preview: string;
    /** The turn that asked, if it was in chat */
    place: string | null;
    state: "asked" | "approved" | "denied" | "used" | "expired";
    /** Why it was denied */
    reason: string | null;
    created_at: string;
    expires_at: string;
  })[];
};
export type ApprovalsApproveInput = {
  id: string;
};
export type ApprovalsApproveOutput = {
  id: string;
  operation: string;
  effect: "write" | "spend" | "destroy";
  /** The exact arguments that would run */
  arguments: Record<string, unknown>;
  /** What would change, in one sentence */
  preview: string;
  /** The turn that asked, if it was in chat */
  place: string | null;
  state: "asked" | "approved" | "denied" | "used" | "expired";
  /** Why it was denied */
  reason: string | null;
  created_at: string;
  expires_at: string;
};
export type ApprovalsDenyInput = {
  id: string;
  /** Why, for the agent */
  reason?: string;
};
export type ApprovalsDenyOutput = {
  id: string;
  operation: string;
  effect: "write" | "spend" | "destroy";
  /** The exact arguments that would run */
  arguments: Record<string, unknown>;
  /** What would change, in one sentence */
  preview: string;
  /** The turn that asked, if it was in chat */
  place: string | null;
  state: "asked" | "approved" | "denied" | "used" | "expired";
  /** Why it was denied */
  reason: string | null;
  created_at: string;
  expires_at: string;
};
export type ApprovalsHaltInput = {
  /** Why, for the record */
  reason?: string;
};
export type ApprovalsHaltOutput = {
  /** True while everything is stopped */
  halted: boolean;
  since: string | null;
  reason: string | null;
};
export type ApprovalsResumeInput = Record<string, unknown>;
export type ApprovalsResumeOutput = {
  /** True while everything is stopped */
  halted: boolean;
  since: string | null;
  reason: string | null;
};
export type ApprovalsHaltedInput = Record<string, unknown>;
export type ApprovalsHaltedOutput = {
  /** True while everything is stopped */
  halted: boolean;
  since: string | null;
  reason: string | null;
};
export type ArchiveExportInput = {
  /** Of the page before; the first page without */
  cursor?: string;
  /** Default: 500 */
  limit?: number;
};
export type ArchiveExportOutput = {
  lines: ({
    table: string;
    row: Record<string, string | number | null | {
        $bytes: string;
      }>;
  })[];
  /** For the next page; null after the last */
  cursor: string | null;
};
export type ArchiveImportInput = {
  /** In the order of the export */
  lines: ({
    table: string;
    row: Record<string, string | number | null | {
        $bytes: string;
      }>;
  })[];
};
export type ArchiveImportOutput = {
  /** Rows that were new */
  taken: number;
  /** Rows that were there already */
  known: number;
  /** Tables this Nima does not have; their rows were left out */
  unknown_tables: string[];
};
export type LearningLessonsListInput = {
  /** accepted, declined or corrected */
  kind?: "accepted" | "declined" | "corrected";
  /** `language`, `goals.suggestions`, `alerts.nudges` */
  subject?: string;
  about?: string;
  /** What was removed and can still be restored · Default: false */
  removed?: boolean;
  /** Default: 100 */
  limit?: number;
};
export type LearningLessonsListOutput = {
  lessons: ({
    id: string;
    kind: "accepted" | "declined" | "corrected";
    /** What it changes: `language`, `goals.suggestions`, `alerts.nudges` */
    subject: string;
    /** Within the subject: the operation meant, the kind of suggestion, the rule */
    about: string;
    /** The lesson in one sentence */
    text: string;
    /** What was said or suggested */
    said: string;
    /** What the owner meant instead, in their words */
    meant: string | null;
    /** The operation the owner meant */
    operation: string | null;
    /** What it was learned from */
    source: {
      type: string;
      id: string;
    } | null;
    at: string;
    removed_at: string | null;
  })[];
};
export type LearningLessonsRemoveInput = {
  id: string;
};
export type LearningLessonsRemoveOutput = {
  id: string;
  kind: "accepted" | "declined" | "corrected";
  /** What it changes: `language`, `goals.suggestions`, `alerts.nudges` */
  subject: string;
  /** Within the subject: the operation meant, the kind of suggestion, the rule */
  about: string;
  /** The lesson in one sentence */
  text: string;
  /** What was said or suggested */
  said: string;
  /** What the owner meant instead, in their words */
  meant: string | null;
  /** The operation the owner meant */
  operation: string | null;
  /** What it was learned from */
  source: {
    type: string;
    id: string;
  } | null;
  at: string;
  removed_at: string | null;
};
export type LearningLessonsRestoreInput = {
  id: string;
};
export type LearningLessonsRestoreOutput = {
  id: string;
  kind: "accepted" | "declined" | "corrected";
  /** What it changes: `language`, `goals.suggestions`, `alerts.nudges` */
  subject: string;
  /** Within the subject: the operation meant, the kind of suggestion, the rule */
  about: string;
  /** The lesson in one sentence */
  text: string;
  /** What was said or suggested */
  said: string;
  /** What the owner meant instead, in their words */
  meant: string | null;
  /** The operation the owner meant */
  operation: string | null;
  /** What it was learned from */
  source: {
    type: string;
    id: string;
  } | null;
  at: string;
  removed_at: string | null;
};
export type LearningCorrectionsCreateInput = {
  /** What you say: “ship it” */
  say: string;
  /** What you mean by it: a sentence Nima understands, or the name of an operation */
  mean: string;
  /** The turn in which you said so */
  turn_id?: string;
};
export type LearningCorrectionsCreateOutput = {
  id: string;
  kind: "accepted" | "declined" | "corrected";
  /** What it changes: `language`, `goals.suggestions`, `alerts.nudges` */
  subject: string;
  /** Within the subject: the operation meant, the kind of suggestion, the rule */
  about: string;
  /** The lesson in one sentence */
  text: string;
  /** What was said or suggested */
  said: string;
  /** What the owner meant instead, in their words */
  meant: string | null;
  /** The operation the owner meant */
  operation: string | null;
  /** What it was learned from */
  source: {
    type: string;
    id: string;
  } | null;
  at: string;
  removed_at: string | null;
};
export type LearningResetInput = {
  /** `language`, `goals.suggestions`; all unless given */
  subject?: string;
};
export type LearningResetOutput = {
  /** Lessons that counted until now */
  forgotten: number;
};
export type AlertsListInput = {
  /** Open unless said · Default: "open" */
  state?: "open" | "acknowledged" | "resolved" | "any";
  kind?: "alert" | "nudge" | "brief";
  rule?: string;
  /** Default: 50 */
  limit?: number;
  /** The last alert of the page before */
  before?: string;
};
export type AlertsListOutput = {
  alerts: ({
    id: string;
    kind: "alert" | "nudge" | "brief";
    /** What watches: goals.deadline */
    rule: string;
    subject: string;
    severity: "info" | "warning" | "critical";
    /** What happened, in Markdown */
    text: string;
    /** Why it is told */
    because: string;
    /** How to hear no more of it */
    stop: string;
    /** Where it is in the page */
    link: string | null;
    state: "open" | "acknowledged" | "resolved";
    /** How often it happened */
    count: number;
    /** Whether it was told, waits for the end of quiet hours, or was held back */
    telling: "waiting" | "told" | "muted" | "over_limit" | "unwanted";
    /** When it is, or was, to be told */
    tell_at: string;
    created_at: string;
    updated_at: string;
  })[];
};
export type AlertsGetInput = {
  id: string;
};
export type AlertsGetOutput = {
  id: string;
  kind: "alert" | "nudge" | "brief";
  /** What watches: goals.deadline */
  rule: string;
  subject: string;
  severity: "info" | "warning" | "critical";
  /** What happened, in Markdown */
  text: string;
  /** Why it is told */
  because: string;
  /** How to hear no more of it */
  stop: string;
  /** Where it is in the page */
  link: string | null;
  state: "open" | "acknowledged" | "resolved";
  /** How often it happened */
  count: number;
  /** Whether it was told, waits for the end of quiet hours, or was held back */
  telling: "waiting" | "told" | "muted" | "over_limit" | "unwanted";
  /** When it is, or was, to be told */
  tell_at: string;
  created_at: string;
  updated_at: string;
  deliveries: ({
    id: string;
    /** Name of the channel */
    channel: string;
    /** Failed means given up */
    state: "waiting" | "delivered" | "failed";
    attempts: number;
    /** Why the last try failed */
    error: string | null;
    updated_at: string;
  })[];
};
export type AlertsExplainInput = {
  /** The last one told unless given */
  id?: string;
};
export type AlertsExplainOutput = {
  id: string;
  subject: string;
  /** Why it is told */
  because: string;
  /** How to hear no more of it */
  stop: string;
  /** What watches: goals.deadline */
  rule: string;
  updated_at: string;
};
export type AlertsAcknowledgeInput = {
  id: string;
};
export type AlertsAcknowledgeOutput = {
  id: string;
  kind: "alert" | "nudge" | "brief";
  /** What watches: goals.deadline */
  rule: string;
  subject: string;
  severity: "info" | "warning" | "critical";
  /** What happened, in Markdown */
  text: string;
  /** Why it is told */
  because: string;
  /** How to hear no more of it */
  stop: string;
  /** Where it is in the page */
  link: string | null;
  state: "open" | "acknowledged" | "resolved";
  /** How often it happened */
  count: number;
  /** Whether it was told, waits for the end of quiet hours, or was held back */
  telling: "waiting" | "told" | "muted" | "over_limit" | "unwanted";
  /** When it is, or was, to be told */
  tell_at: string;
  created_at: string;
  updated_at: string;
};
export type AlertsDeclineInput = {
  id: string;
};
export type AlertsDeclineOutput = {
  id: string;
  kind: "alert" | "nudge" | "brief";
  /** What watches: goals.deadline */
  rule: string;
  subject: string;
  severity: "info" | "warning" | "critical";
  /** What happened, in Markdown */
  text: string;
  /** Why it is told */
  because: string;
  /** How to hear no more of it */
  stop: string;
  /** Where it is in the page */
  link: string | null;
  state: "open" | "acknowledged" | "resolved";
  /** How often it happened */
  count: number;
  /** Whether it was told, waits for the end of quiet hours, or was held back */
  telling: "waiting" | "told" | "muted" | "over_limit" | "unwanted";
  /** When it is, or was, to be told */
  tell_at: string;
  created_at: string;
  updated_at: string;
};
export type AlertsReopenInput = {
  id: string;
};
export type AlertsReopenOutput = {
  id: string;
  kind: "alert" | "nudge" | "brief";
  /** What watches: goals.deadline */
  rule: string;
  subject: string;
  severity: "info" | "warning" | "critical";
  /** What happened, in Markdown */
  text: string;
  /** Why it is told */
  because: string;
  /** How to hear no more of it */
  stop: string;
  /** Where it is in the page */
  link: string | null;
  state: "open" | "acknowledged" | "resolved";
  /** How often it happened */
  count: number;
  /** Whether it was told, waits for the end of quiet hours, or was held back */
  telling: "waiting" | "told" | "muted" | "over_limit" | "unwanted";
  /** When it is, or was, to be told */
  tell_at: string;
  created_at: string;
  updated_at: string;
};
export type AlertsMutesListInput = {
  /** Default: 100 */
  limit?: number;
};
export type AlertsMutesListOutput = {
  mutes: ({
    id: string;
    /** Everything this rule says; null for any */
    rule: string | null;
    /** Everything about this subject; null for any */
    subject: string | null;
    /** When it ends by itself */
    until: string | null;
    created_at: string;
  })[];
};
export type AlertsMutesCreateInput = {
  /** Everything this rule says: goals.deadline */
  rule?: string;
  /** Everything about this subject */
  subject?: string;
  /** When to hear of it again; never unless given */
  until?: string;
};
export type AlertsMutesCreateOutput = {
  id: string;
  /** Everything this rule says; null for any */
  rule: string | null;
  /** Everything about this subject; null for any */
  subject: string | null;
  /** When it ends by itself */
  until: string | null;
  created_at: string;
};
export type AlertsMutesRemoveInput = {
  id: string;
};
export type AlertsMutesRemoveOutput = {
  id: string;
  /** Everything this rule says; null for any */
  rule: string | null;
  /** Everything about this subject; null for any */
  subject: string | null;
  /** When it ends by itself */
  until: string | null;
  created_at: string;
};
export type AlertsPreferencesGetInput = Record<string, unknown>;
export type AlertsPreferencesGetOutput = {
  /** IANA name: Europe/Lisbon */
  time_zone: string;
  /** Start of the quiet hours, 22:00; null for none */
  quiet_from: string | null;
  quiet_to: string | null;
  /** Advice nobody asked for; off until asked for */
  nudges: "on" | "off";
  /** Most nudges in a day */
  per_day_max: number;
};
export type AlertsPreferencesUpdateInput = {
  /** IANA name: Europe/Lisbon */
  time_zone?: string;
  /** Start of the quiet hours, 22:00; null for none */
  quiet_from?: string | null;
  /** End of the quiet hours, 07:00 */
  quiet_to?: string | null;
  /** Advice nobody asked for */
  nudges?: "on" | "off";
  /** Most nudges in a day */
  per_day_max?: number;
};
export type AlertsPreferencesUpdateOutput = {
  /** IANA name: Europe/Lisbon */
  time_zone: string;
  /** Start of the quiet hours, 22:00; null for none */
  quiet_from: string | null;
  quiet_to: string | null;
  /** Advice nobody asked for; off until asked for */
  nudges: "on" | "off";
  /** Most nudges in a day */
  per_day_max: number;
};
export type AlertsPreferencesRestoreInput = Record<string, unknown>;
export type AlertsPreferencesRestoreOutput = {
  /** IANA name: Europe/Lisbon */
  time_zone: string;
  /** Start of the quiet hours, 22:00; null for none */
  quiet_from: string | null;
  quiet_to: string | null;
  /** Advice nobody asked for; off until asked for */
  nudges: "on" | "off";
  /** Most nudges in a day */
  per_day_max: number;
};
export type AlertsChannelsListInput = {
  /** Default: 20 */
  limit?: number;
};
export type AlertsChannelsListOutput = {
  channels: ({
    id: string;
    /** webhook, slack or email */
    type: string;
    name: string;
    config: Record<string, unknown>;
    /** Least severity that is sent here */
    severity_min: "info" | "warning" | "critical";
    created_at: string;
  })[];
  /** What a channel can be */
  types: {
    type: string;
    summary: string;
  }[];
};
export type AlertsChannelsCreateInput = {
  /** webhook, slack or email */
  type: string;
  /** What to call it */
  name: string;
  /** { url, secret? }, { webhook } or { to } · Default: {} */
  config?: Record<string, unknown>;
  /** Least severity that is sent here · Default: "warning" */
  severity_min?: "info" | "warning" | "critical";
};
export type AlertsChannelsCreateOutput = {
  id: string;
  /** webhook, slack or email */
  type: string;
  name: string;
  config: Record<string, unknown>;
  /** Least severity that is sent here */
  severity_min: "info" | "warning" | "critical";
  created_at: string;
};
export type AlertsChannelsRemoveInput = {
  id: string;
};
export type AlertsChannelsRemoveOutput = {
  id: string;
  /** webhook, slack or email */
  type: string;
  name: string;
  config: Record<string, unknown>;
  /** Least severity that is sent here */
  severity_min: "info" | "warning" | "critical";
  created_at: string;
};
export type AlertsChannelsProbeInput = {
  id: string;
};
export type AlertsChannelsProbeOutput = {
  channel: string;
  is_delivered: boolean;
  /** Why it did not arrive */
  error: string | null;
};
export type WebhooksEndpointsListInput = {
  /** What was removed and can still be restored · Default: false */
  removed?: boolean;
  /** Default: 100 */
  limit?: number;
};
export type WebhooksEndpointsListOutput = {
  endpoints: ({
    id: string;
    url: string;
    /** Names, prefixes such as `goals.*`, or `*` */
    events: string[];
    description: string;
    /** `disabled`: Nima gave up on it after too many failures */
    state: "active" | "paused" | "disabled";
    /** Reference to the secret; null where Nima keeps it */
    signing_key: string | null;
    /** False after an import, until `webhooks.endpoints.rotate` makes one */
    has_secret: boolean;
    /** Deliveries given up since the last that arrived */
    failures: number;
    /** Why the last delivery failed */
    problem: string | null;
    /** When something last arrived */
    delivered_at: string | null;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
  })[];
  /** What an endpoint can be told of */
  events: string[];
};
export type WebhooksEndpointsCreateInput = {
  /** Where events are sent by POST */
  url: string;
  /** Names (`tasks.task.failed`), prefixes (`goals.*`), or `*` for all */
  events: string[];
  /** What it is for · Default: "" */
  description?: string;
  /** Reference to the secret, env:NAME or file:/path; Nima makes one unless given */
  signing_key?: string;
};
export type WebhooksEndpointsCreateOutput = {
  id: string;
  url: string;
  /** Names, prefixes such as `goals.*`, or `*` */
  events: string[];
  description: string;
  /** `disabled`: Nima gave up on it after too many failures */
  state: "active" | "paused" | "disabled";
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.endpoints.rotate` makes one */
  has_secret: boolean;
  /** Deliveries given up since the last that arrived */
  failures: number;
  /** Why the last delivery failed */
  problem: string | null;
  /** When something last arrived */
  delivered_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
  /** The secret, shown only now and only to a person; null where it was given as a reference */
  secret: string | null;
};
export type WebhooksEndpointsGetInput = {
  id: string;
};
export type WebhooksEndpointsGetOutput = {
  id: string;
  url: string;
  /** Names, prefixes such as `goals.*`, or `*` */
  events: string[];
  description: string;
  /** `disabled`: Nima gave up on it after too many failures */
  state: "active" | "paused" | "disabled";
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.endpoints.rotate` makes one */
  has_secret: boolean;
  /** Deliveries given up since the last that arrived */
  failures: number;
  /** Why the last delivery failed */
  problem: string | null;
  /** When something last arrived */
  delivered_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type WebhooksEndpointsUpdateInput = {
  /** Where events are sent by POST */
  url?: string;
  /** Names (`tasks.task.failed`), prefixes (`goals.*`), or `*` for all */
  events?: string[];
  /** What it is for */
  description?: string;
  /** Reference to the secret, env:NAME or file:/path; Nima makes one unless given */
  signing_key?: string;
  state?: "active" | "paused";
  id: string;
};
export type WebhooksEndpointsUpdateOutput = {
  id: string;
  url: string;
  /** Names, prefixes such as `goals.*`, or `*` */
  events: string[];
  description: string;
  /** `disabled`: Nima gave up on it after too many failures */
  state: "active" | "paused" | "disabled";
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.endpoints.rotate` makes one */
  has_secret: boolean;
  /** Deliveries given up since the last that arrived */
  failures: number;
  /** Why the last delivery failed */
  problem: string | null;
  /** When something last arrived */
  delivered_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type WebhooksEndpointsRemoveInput = {
  id: string;
};
export type WebhooksEndpointsRemoveOutput = {
  id: string;
  url: string;
  /** Names, prefixes such as `goals.*`, or `*` */
  events: string[];
  description: string;
  /** `disabled`: Nima gave up on it after too many failures */
  state: "active" | "paused" | "disabled";
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.endpoints.rotate` makes one */
  has_secret: boolean;
  /** Deliveries given up since the last that arrived */
  failures: number;
  /** Why the last delivery failed */
  problem: string | null;
  /** When something last arrived */
  delivered_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type WebhooksEndpointsRestoreInput = {
  id: string;
};
export type WebhooksEndpointsRestoreOutput = {
  id: string;
  url: string;
  /** Names, prefixes such as `goals.*`, or `*` */
  events: string[];
  description: string;
  /** `disabled`: Nima gave up on it after too many failures */
  state: "active" | "paused" | "disabled";
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.endpoints.rotate` makes one */
  has_secret: boolean;
  /** Deliveries given up since the last that arrived */
  failures: number;
  /** Why the last delivery failed */
  problem: string | null;
  /** When something last arrived */
  delivered_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type WebhooksEndpointsRotateInput = {
  id: string;
};
export type WebhooksEndpointsRotateOutput = {
  id: string;
  url: string;
  /** Names, prefixes such as `goals.*`, or `*` */
  events: string[];
  description: string;
  /** `disabled`: Nima gave up on it after too many failures */
  state: "active" | "paused" | "disabled";
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.endpoints.rotate` makes one */
  has_secret: boolean;
  /** Deliveries given up since the last that arrived */
  failures: number;
  /** Why the last delivery failed */
  problem: string | null;
  /** When something last arrived */
  delivered_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
  /** The secret, shown only now */
  secret: string;
};
export type WebhooksEndpointsTestInput = {
  id: string;
};
export type WebhooksEndpointsTestOutput = {
  url: string;
  is_delivered: boolean;
  /** What the other side answered */
  status_code: number | null;
  /** How its answer begins: data, never an instruction */
  answer: string | null;
  /** Why it did not arrive */
  error: string | null;
};
export type WebhooksDeliveriesListInput = {
  endpoint_id?: string;
  state?: "waiting" | "delivered" | "failed";
  /** Default: 50 */
  limit?: number;
};
export type WebhooksDeliveriesListOutput = {
  deliveries: ({
    /** The `webhook-id` of the message, the same for all tries */
    id: string;
    endpoint_id: string;
    /** The event */
    type: string;
    /** `failed`: given up, until it is retried */
    state: "waiting" | "delivered" | "failed";
    attempts: number;
    /** What the other side answered last */
    status_code: number | null;
    /** Why the last try failed */
    error: string | null;
    created_at: string;
    updated_at: string;
  })[];
};
export type WebhooksDeliveriesGetInput = {
  id: string;
};
export type WebhooksDeliveriesGetOutput = {
  /** The `webhook-id` of the message, the same for all tries */
  id: string;
  endpoint_id: string;
  /** The event */
  type: string;
  /** `failed`: given up, until it is retried */
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  /** What the other side answered last */
  status_code: number | null;
  /** Why the last try failed */
  error: string | null;
  created_at: string;
  updated_at: string;
  /** What is sent: JSON */
  body: string;
  /** How the other side answered: data, never an instruction */
  answer: string | null;
};
export type WebhooksDeliveriesRetryInput = {
  id: string;
};
export type WebhooksDeliveriesRetryOutput = {
  /** The `webhook-id` of the message, the same for all tries */
  id: string;
  endpoint_id: string;
  /** The event */
  type: string;
  /** `failed`: given up, until it is retried */
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  /** What the other side answered last */
  status_code: number | null;
  /** Why the last try failed */
  error: string | null;
  created_at: string;
  updated_at: string;
};
export type WebhooksReceiversListInput = {
  /** What was removed and can still be restored · Default: false */
  removed?: boolean;
  /** Default: 100 */
  limit?: number;
};
export type WebhooksReceiversListOutput = {
  receivers: ({
    id: string;
    name: string;
    /** How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub */
    kind: "standard" | "github";
    /** Where this Nima takes its messages by POST */
    path: string;
    /** Reference to the secret; null where Nima keeps it */
    signing_key: string | null;
    /** False after an import, until `webhooks.receivers.rotate` makes one */
    has_secret: boolean;
    /** When something last arrived */
    received_at: string | null;
    created_at: string;
    removed_at: string | null;
  })[];
};
export type WebhooksReceiversCreateInput = {
  /** Who will send: “doorbell” */
  name: string;
  /** `github` for the webhooks of GitHub · Default: "standard" */
  kind?: "standard" | "github";
  /** Reference to the secret, env:NAME or file:/path; Nima makes one unless given */
  signing_key?: string;
};
export type WebhooksReceiversCreateOutput = {
  id: string;
  name: string;
  /** How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub */
  kind: "standard" | "github";
  /** Where this Nima takes its messages by POST */
  path: string;
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.receivers.rotate` makes one */
  has_secret: boolean;
  /** When something last arrived */
  received_at: string | null;
  created_at: string;
  removed_at: string | null;
  /** The secret, shown only now and only to a person; null where it was given as a reference */
  secret: string | null;
};
export type WebhooksReceiversGetInput = {
  id: string;
};
export type WebhooksReceiversGetOutput = {
  id: string;
  name: string;
  /** How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub */
  kind: "standard" | "github";
  /** Where this Nima takes its messages by POST */
  path: string;
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.receivers.rotate` makes one */
  has_secret: boolean;
  /** When something last arrived */
  received_at: string | null;
  created_at: string;
  removed_at: string | null;
};
export type WebhooksReceiversRemoveInput = {
  id: string;
};
export type WebhooksReceiversRemoveOutput = {
  id: string;
  name: string;
  /** How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub */
  kind: "standard" | "github";
  /** Where this Nima takes its messages by POST */
  path: string;
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.receivers.rotate` makes one */
  has_secret: boolean;
  /** When something last arrived */
  received_at: string | null;
  created_at: string;
  removed_at: string | null;
};
export type WebhooksReceiversRestoreInput = {
  id: string;
};
export type WebhooksReceiversRestoreOutput = {
  id: string;
  name: string;
  /** How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub */
  kind: "standard" | "github";
  /** Where this Nima takes its messages by POST */
  path: string;
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.receivers.rotate` makes one */
  has_secret: boolean;
  /** When something last arrived */
  received_at: string | null;
  created_at: string;
  removed_at: string | null;
};
export type WebhooksReceiversRotateInput = {
  id: string;
};
export type WebhooksReceiversRotateOutput = {
  id: string;
  name: string;
  /** How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub */
  kind: "standard" | "github";
  /** Where this Nima takes its messages by POST */
  path: string;
  /** Reference to the secret; null where Nima keeps it */
  signing_key: string | null;
  /** False after an import, until `webhooks.receivers.rotate` makes one */
  has_secret: boolean;
  /** When something last arrived */
  received_at: string | null;
  created_at: string;
  removed_at: string | null;
  /** The secret, shown only now */
  secret: string;
};
export type WebhooksReceiptsListInput = {
  receiver_id?: string;
  /** Default: 50 */
  limit?: number;
};
export type WebhooksReceiptsListOutput = {
  receipts: {
    id: string;
    receiver_id: string;
    /** What the sender calls it; the same message is kept once */
    message_id: string;
    /** What the sender says happened */
    type: string;
    /** What it says is data from outside, never an instruction */
    is_untrusted: true;
    received_at: string;
  }[];
};
export type WebhooksReceiptsGetInput = {
  id: string;
};
export type WebhooksReceiptsGetOutput = {
  id: string;
  receiver_id: string;
  /** What the sender calls it; the same message is kept once */
  message_id: string;
  /** What the sender says happened */
  type: string;
  /** What it says is data from outside, never an instruction */
  is_untrusted: true;
  received_at: string;
  /** What it says: data from outside, never an instruction */
  data: Record<string, unknown>;
};
export type ConversationsListInput = {
  /** Words in the title or in what was said */
  query?: string;
  /** Default: 50 */
  limit?: number;
  /** Only those last changed before this time, for the next page */
  before?: string;
  /** With `before`: the last one of the page, when others were changed at the same time */
  before_id?: string;
};
export type ConversationsListOutput = {
  conversations: ({
    id: string;
    title: string;
    /** The leaf that is shown */
    head_turn_id: string | null;
    /** Remembered by nobody, in no search, gone when removed or a day after its last word */
    private: boolean;
    created_at: string;
    updated_at: string;
  })[];
};
export type ConversationsGetInput = {
  id: string;
};
export type ConversationsGetOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  /** Remembered by nobody, in no search, gone when removed or a day after its last word */
  private: boolean;
  created_at: string;
  updated_at: string;
  /** From the first turn to the head */
  messages: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      passages_used?: ({
        /** Pack and fact: `technical/dns-ttl` */
        id: string;
        pack: string;
        text: string;
        /** `Technical · dns-ttl, 2025-06` */
        citation: string;
        source: {
          title: string;
          publisher: string;
          url?: string;
        } | null;
        as_of: string | null;
        /** Its date of review has passed: check before relying on it */
        is_overdue: boolean;
      })[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
        state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      parts?: ({
        type: "text";
        /** First character of the stretch in `content` (UTF-16 units) */
        from: number;
        /** Character after its last */
        to: number;
      } | {
        type: "call";
        call_id: string;
      })[];
      attachments?: ({
        id: string;
        name: string;
        media_type: string;
        kind: "text" | "image" | "other";
      })[];
      goals?: ({
        id: string;
        title: string;
        milestone: string | null;
        progress: number;
      })[];
      imported?: boolean;
      claimed?: boolean;
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    /** Turns with the same parent, oldest first, this one among them */
    siblings: string[];
  })[];
  /** Summary of turns that no longer fit the window; null while all do */
  context_summary: string | null;
};
export type ConversationsUpdateInput = {
  id: string;
  title?: string;
  /** Show the branch this turn is on */
  turn_id?: string;
};
export type ConversationsUpdateOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  /** Remembered by nobody, in no search, gone when removed or a day after its last word */
  private: boolean;
  created_at: string;
  updated_at: string;
};
export type ConversationsRemoveInput = {
  id: string;
};
export type ConversationsRemoveOutput = {
  id: string;
  title: string;
};
export type ConversationsSearchInput = {
  query: string;
  /** Only what this side said */
  role?: "user" | "assistant" | "system";
  /** Only in this conversation */
  conversation_id?: string;
  /** Default: 10 */
  limit?: number;
  /** Turns to show before and after each · Default: 0 */
  around?: number;
};
export type ConversationsSearchOutput = {
  turns: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      passages_used?: ({
        /** Pack and fact: `technical/dns-ttl` */
        id: string;
        pack: string;
        text: string;
        /** `Technical · dns-ttl, 2025-06` */
        citation: string;
        source: {
          title: string;
          publisher: string;
          url?: string;
        } | null;
        as_of: string | null;
        /** Its date of review has passed: check before relying on it */
        is_overdue: boolean;
      })[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
        state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      parts?: ({
        type: "text";
        /** First character of the stretch in `content` (UTF-16 units) */
        from: number;
        /** Character after its last */
        to: number;
      } | {
        type: "call";
        call_id: string;
      })[];
      attachments?: ({
        id: string;
        name: string;
        media_type: string;
        kind: "text" | "image" | "other";
      })[];
      goals?: ({
        id: string;
        title: string;
        milestone: string | null;
        progress: number;
      })[];
      imported?: boolean;
      claimed?: boolean;
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    score: number;
    /** Title of its conversation; `conversations.update` with `turn_id` jumps to it */
    title: string;
    before: ({
      id: string;
      conversation_id: string;
      parent_id: string | null;
      role: "user" | "assistant" | "system";
      /** Name of who spoke; empty for the owner and Nima */
      speaker: string;
      content: string;
      status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
      metadata: {
        model?: string;
        leaves_machine?: boolean;
        facts_used?: {
          id: string;
          fact: string;
          source: string;
          created_at: string;
        }[];
        turns_used?: {
          id: string;
          conversation_id: string;
          content: string;
          speaker: string;
          created_at: string;
        }[];
        passages_used?: ({
          /** Pack and fact: `technical/dns-ttl` */
          id: string;
          pack: string;
          text: string;
          /** `Technical · dns-ttl, 2025-06` */
          citation: string;
          source: {
            title: string;
            publisher: string;
            url?: string;
          } | null;
          as_of: string | null;
          /** Its date of review has passed: check before relying on it */
          is_overdue: boolean;
        })[];
        calls?: ({
          call_id: string;
          operation: string;
          effect: "read" | "write" | "spend" | "destroy";
          arguments: Record<string, unknown>;
          /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
          state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
          /** What the operation does, in a few words */
          summary: string;
          /** What would change, for an approval */
          preview: string | null;
          approval_id: string | null;
          /** When the approval stops waiting */
          expires_at: string | null;
          /** Output, or `{ error }` */
          result: unknown;
          /** Operation that takes it back, given `result.id` */
          undo: string | null;
        })[];
        parts?: ({
          type: "text";
          /** First character of the stretch in `content` (UTF-16 units) */
          from: number;
          /** Character after its last */
          to: number;
        } | {
          type: "call";
          call_id: string;
        })[];
        attachments?: ({
          id: string;
          name: string;
          media_type: string;
          kind: "text" | "image" | "other";
        })[];
        goals?: ({
          id: string;
          title: string;
          milestone: string | null;
          progress: number;
        })[];
        imported?: boolean;
        claimed?: boolean;
        error?: {
          kind: string;
          code: string;
          message: string;
        };
        [key: string]: unknown;
      };
      timestamp: string;
    })[];
    after: ({
      id: string;
      conversation_id: string;
      parent_id: string | null;
      role: "user" | "assistant" | "system";
      /** Name of who spoke; empty for the owner and Nima */
      speaker: string;
      content: string;
      status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
      metadata: {
        model?: string;
        leaves_machine?: boolean;
        facts_used?: {
          id: string;
          fact: string;
          source: string;
          created_at: string;
        }[];
        turns_used?: {
          id: string;
          conversation_id: string;
          content: string;
          speaker: string;
          created_at: string;
        }[];
        passages_used?: ({
          /** Pack and fact: `technical/dns-ttl` */
          id: string;
          pack: string;
          text: string;
          /** `Technical · dns-ttl, 2025-06` */
          citation: string;
          source: {
            title: string;
            publisher: string;
            url?: string;
          } | null;
          as_of: string | null;
          /** Its date of review has passed: check before relying on it */
          is_overdue: boolean;
        })[];
        calls?: ({
          call_id: string;
          operation: string;
          effect: "read" | "write" | "spend" | "destroy";
          arguments: Record<string, unknown>;
          /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
          state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
          /** What the operation does, in a few words */
          summary: string;
          /** What would change, for an approval */
          preview: string | null;
          approval_id: string | null;
          /** When the approval stops waiting */
          expires_at: string | null;
          /** Output, or `{ error }` */
          result: unknown;
          /** Operation that takes it back, given `result.id` */
          undo: string | null;
        })[];
        parts?: ({
          type: "text";
          /** First character of the stretch in `content` (UTF-16 units) */
          from: number;
          /** Character after its last */
          to: number;
        } | {
          type: "call";
          call_id: string;
        })[];
        attachments?: ({
          id: string;
          name: string;
          media_type: string;
          kind: "text" | "image" | "other";
        })[];
        goals?: ({
          id: string;
          title: string;
          milestone: string | null;
          progress: number;
        })[];
        imported?: boolean;
        claimed?: boolean;
        error?: {
          kind: string;
          code: string;
          message: string;
        };
        [key: string]: unknown;
      };
      timestamp: string;
    })[];
  })[];
};
export type ConversationsImportInput = {
  title?: string;
  messages: ({
    /** Default: "user" */
    role?: "user" | "assistant" | "system";
    content: string;
    /** Name of who spoke */
    speaker?: string;
    /** When it was said; now when left out */
    timestamp?: string;
    /** Default: {} */
    metadata?: Record<string, unknown>;
    /** How the answer ended; nothing imported goes on by itself · Default: "complete" */
    status?: "complete" | "stopped" | "failed" | "interrupted";
    /** Place in `messages` of the one it follows, null at the root; the one before when left out */
    parent?: number | null;
  })[];
  /** Place of the leaf that is shown; the last when left out */
  head?: number | null;
  created_at?: string;
  updated_at?: string;
};
export type ConversationsImportOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  /** Remembered by nobody, in no search, gone when removed or a day after its last word */
  private: boolean;
  created_at: string;
  updated_at: string;
  /** Ids of the turns, in the order given */
  turn_ids: string[];
};
export type ConversationsExportInput = {
  /** Only this one */
  conversation_id?: string;
  /** Default: "json" */
  format?: "json" | "markdown";
  /** Default: 100 */
  limit?: number;
  /** `next.before` of the page before */
  before?: string;
  /** `next.before_id` of the page before */
  before_id?: string;
};
export type ConversationsExportOutput = {
  /** Each is input for `conversations.import` */
  conversations: ({
    title?: string;
    messages: ({
      /** Default: "user" */
      role: "user" | "assistant" | "system";
      content: unknown;
      /** Name of who spoke · Default: "" */
      speaker: unknown;
      /** When it was said; now when left out */
      timestamp?: string;
      /** Default: {} */
      metadata: Record<string, unknown>;
      /** How the answer ended; nothing imported goes on by itself · Default: "complete" */
      status: "complete" | "stopped" | "failed" | "interrupted";
      /** Place in `messages` of the one it follows, null at the root; the one before when left out */
      parent?: number | null;
    })[];
    /** Place of the leaf that is shown; the last when left out */
    head?: number | null;
    created_at?: string;
    updated_at?: string;
  })[];
  /** The same to read, when asked for as Markdown */
  markdown: string | null;
  /** Where the next page begins */
  next: {
    before: string;
    before_id: string;
  } | null;
};
export type ConversationsForkInput = {
  id: string;
  /** The last turn to take along; the newest shown when left out */
  turn_id?: string;
};
export type ConversationsForkOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  /** Remembered by nobody, in no search, gone when removed or a day after its last word */
  private: boolean;
  created_at: string;
  updated_at: string;
  /** Turns taken along */
  turns: number;
};
export type ConversationsInstructionsListInput = {
  /** Default: 20 */
  limit?: number;
};
export type ConversationsInstructionsListOutput = {
  instructions: {
    id: string;
    text: string;
    /** False: kept, but not sent */
    is_active: boolean;
    created_at: string;
    updated_at: string;
  }[];
};
export type ConversationsInstructionsCreateInput = {
  /** What should hold in every answer */
  text: string;
};
export type ConversationsInstructionsCreateOutput = {
  id: string;
  text: string;
  /** False: kept, but not sent */
  is_active: boolean;
  created_at: string;
  updated_at: string;
};
export type ConversationsInstructionsUpdateInput = {
  id: string;
  text?: string;
  /** False lets it rest */
  is_active?: boolean;
};
export type ConversationsInstructionsUpdateOutput = {
  id: string;
  text: string;
  /** False: kept, but not sent */
  is_active: boolean;
  created_at: string;
  updated_at: string;
};
export type ConversationsInstructionsRemoveInput = {
  id: string;
};
export type ConversationsInstructionsRemoveOutput = {
  id: string;
  text: string;
};
export type ConversationsSummariesListInput = {
  conversation_id: string;
  /** Default: 100 */
  limit?: number;
};
export type ConversationsSummariesListOutput = {
  summaries: ({
    id: string;
    conversation_id: string;
    text: string;
    /** The lowest trust of the turns it covers */
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** `quotation` when it only quotes, else the model that wrote it */
    made_by: string;
    /** The turns it covers, oldest first; they stay word for word */
    turn_ids: string[];
    created_at: string;
  })[];
};
export type ConversationsSummariesGetInput = {
  id: string;
};
export type ConversationsSummariesGetOutput = {
  id: string;
  conversation_id: string;
  text: string;
  /** The lowest trust of the turns it covers */
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `quotation` when it only quotes, else the model that wrote it */
  made_by: string;
  /** The turns it covers, oldest first; they stay word for word */
  turn_ids: string[];
  created_at: string;
  /** What it covers, word for word */
  turns: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      passages_used?: ({
        /** Pack and fact: `technical/dns-ttl` */
        id: string;
        pack: string;
        text: string;
        /** `Technical · dns-ttl, 2025-06` */
        citation: string;
        source: {
          title: string;
          publisher: string;
          url?: string;
        } | null;
        as_of: string | null;
        /** Its date of review has passed: check before relying on it */
        is_overdue: boolean;
      })[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
        state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      parts?: ({
        type: "text";
        /** First character of the stretch in `content` (UTF-16 units) */
        from: number;
        /** Character after its last */
        to: number;
      } | {
        type: "call";
        call_id: string;
      })[];
      attachments?: ({
        id: string;
        name: string;
        media_type: string;
        kind: "text" | "image" | "other";
      })[];
      goals?: ({
        id: string;
        title: string;
        milestone: string | null;
        progress: number;
      })[];
      imported?: boolean;
      claimed?: boolean;
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
  })[];
};
export type MemoryFactsListInput = {
  /** Words to look for; the best match comes first */
  query?: string;
  category?: string;
  source?: "conversation" | "explicit" | "inferred";
  trust?: "owner" | "derived" | "imported" | "quarantined";
  /** `current` unless said; `past` is over, `contested` waits for a decision */
  state?: "current" | "past" | "contested" | "quarantined";
  /** What was so then: `2023`, `2023-05`, `2023-05-17` or an instant */
  as_of?: string;
  /** Only facts learned from this turn */
  turn_id?: string;
  /** What was forgotten and can still be restored · Default: false */
  removed?: boolean;
  /** Default: 50 */
  limit?: number;
  /** The last fact of the page before */
  before?: string;
};
export type MemoryFactsListOutput = {
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
    state: "current" | "past" | "contested" | "quarantined";
    /** Of whom or what: `owner`, `sister`, `staging cluster` */
    subject: string | null;
    /** What of it: `home`, `name`; a newer fact of the same replaces this one */
    attribute: string | null;
    /** Since when it is so; null for always */
    valid_from: string | null;
    /** Until when; null when it still is */
    valid_to: string | null;
    /** The fact that put it in the past */
    replaced_by: string | null;
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    /** When Nima learned that it is over */
    retired_at: string | null;
    removed_at: string | null;
  })[];
  /** Facts that fit the filters, on all pages */
  total: number;
};
export type MemoryFactsCreateInput = {
  /** What to remember, in a sentence */
  fact: string;
  /** Kind of fact, such as preferences or work; found from the words when left out */
  category?: string;
  /** Default: "explicit" */
  source?: "conversation" | "explicit" | "inferred";
  /** Default: 1 */
  confidence?: number;
  /** Default: {} */
  metadata?: Record<string, unknown>;
};
export type MemoryFactsCreateOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsGetInput = {
  id: string;
};
export type MemoryFactsGetOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsUpdateInput = {
  id: string;
  /** The corrected sentence */
  fact?: string;
  category?: string;
  confidence?: number;
};
export type MemoryFactsUpdateOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsRemoveInput = {
  id: string;
};
export type MemoryFactsRemoveOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsRestoreInput = {
  id: string;
};
export type MemoryFactsRestoreOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsHistoryInput = {
  id: string;
};
export type MemoryFactsHistoryOutput = {
  versions: ({
    version: number;
    at: string;
    /** Kind and face: `person/rest`, `agent/chat`, `system/job` */
    actor: string;
    change: "created" | "updated" | "removed" | "restored" | "retired" | "merged";
    fact: string;
    category: string;
  })[];
};
export type MemoryFactsExportInput = Record<string, unknown>;
export type MemoryFactsExportOutput = {
  version: 1;
  exported_at: string;
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
    state: "current" | "past" | "contested" | "quarantined";
    /** Of whom or what: `owner`, `sister`, `staging cluster` */
    subject: string | null;
    /** What of it: `home`, `name`; a newer fact of the same replaces this one */
    attribute: string | null;
    /** Since when it is so; null for always */
    valid_from: string | null;
    /** Until when; null when it still is */
    valid_to: string | null;
    /** The fact that put it in the past */
    replaced_by: string | null;
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    /** When Nima learned that it is over */
    retired_at: string | null;
    removed_at: string | null;
  })[];
};
export type MemoryFactsImportInput = {
  /** Of the format, as `memory.facts.export` writes it · Default: 1 */
  version?: 1;
  /** You vouch that this is your own export: everything is trusted as it was · Default: false */
  mine?: boolean;
  facts: ({
    /** Kept when no fact has it */
    id?: string;
    fact: string;
    category?: string;
    /** Default: "explicit" */
    source?: "conversation" | "explicit" | "inferred";
    /** Default: 1 */
    confidence?: number;
    /** Default: "imported" */
    trust?: "owner" | "derived" | "imported" | "quarantined";
    /** Default: "current" */
    state?: "current" | "past" | "contested" | "quarantined";
    valid_from?: string | null;
    valid_to?: string | null;
    retired_at?: string | null;
    replaced_by?: string | null;
    /** The turn and the words it rests on · Default: null */
    evidence?: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    /** Default: {} */
    metadata?: Record<string, unknown>;
    created_at?: string;
    updated_at?: string;
  })[];
};
export type MemoryFactsImportOutput = {
  imported: number;
  /** Remembered already, or twice in what was sent */
  known: number;
  /** They look like a password or key */
  refused: number;
};
export type MemoryFactsPromoteInput = {
  id: string;
};
export type MemoryFactsPromoteOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsMergeInput = {
  ids: string[];
};
export type MemoryFactsMergeOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
  state: "current" | "past" | "contested" | "quarantined";
  /** Of whom or what: `owner`, `sister`, `staging cluster` */
  subject: string | null;
  /** What of it: `home`, `name`; a newer fact of the same replaces this one */
  attribute: string | null;
  /** Since when it is so; null for always */
  valid_from: string | null;
  /** Until when; null when it still is */
  valid_to: string | null;
  /** The fact that put it in the past */
  replaced_by: string | null;
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  /** When Nima learned that it is over */
  retired_at: string | null;
  removed_at: string | null;
};
export type MemoryFactsSplitInput = {
  id: string;
};
export type MemoryFactsSplitOutput = {
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
    state: "current" | "past" | "contested" | "quarantined";
    /** Of whom or what: `owner`, `sister`, `staging cluster` */
    subject: string | null;
    /** What of it: `home`, `name`; a newer fact of the same replaces this one */
    attribute: string | null;
    /** Since when it is so; null for always */
    valid_from: string | null;
    /** Until when; null when it still is */
    valid_to: string | null;
    /** The fact that put it in the past */
    replaced_by: string | null;
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    /** When Nima learned that it is over */
    retired_at: string | null;
    removed_at: string | null;
  })[];
};
export type MemoryRecallInput = {
  /** A question or some words */
  query: string;
  /** Only facts of this category */
  category?: string;
  /** What was so then: `2023`, `2023-05`, `2023-05-17` or an instant */
  as_of?: string;
  /** Facts, and turns, at most · Default: 10 */
  limit?: number;
  /** Budget for all texts together · Default: 2000 */
  tokens_max?: number;
};
export type MemoryRecallOutput = {
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
    state: "current" | "past" | "contested" | "quarantined";
    /** Of whom or what: `owner`, `sister`, `staging cluster` */
    subject: string | null;
    /** What of it: `home`, `name`; a newer fact of the same replaces this one */
    attribute: string | null;
    /** Since when it is so; null for always */
    valid_from: string | null;
    /** Until when; null when it still is */
    valid_to: string | null;
    /** The fact that put it in the past */
    replaced_by: string | null;
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    /** When Nima learned that it is over */
    retired_at: string | null;
    removed_at: string | null;
    /** Higher is better, within one answer */
    score: number;
    /** It is of the very thing the question asks for, not only like it */
    answers: boolean;
  })[];
  turns: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      passages_used?: ({
        /** Pack and fact: `technical/dns-ttl` */
        id: string;
        pack: string;
        text: string;
        /** `Technical · dns-ttl, 2025-06` */
        citation: string;
        source: {
          title: string;
          publisher: string;
          url?: string;
        } | null;
        as_of: string | null;
        /** Its date of review has passed: check before relying on it */
        is_overdue: boolean;
      })[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
        state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      parts?: ({
        type: "text";
        /** First character of the stretch in `content` (UTF-16 units) */
        from: number;
        /** Character after its last */
        to: number;
      } | {
        type: "call";
        call_id: string;
      })[];
      attachments?: ({
        id: string;
        name: string;
        media_type: string;
        kind: "text" | "image" | "other";
      })[];
      goals?: ({
        id: string;
        title: string;
        milestone: string | null;
        progress: number;
      })[];
      imported?: boolean;
      claimed?: boolean;
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    /** Higher is better, within one answer */
    score: number;
  })[];
};
export type MemoryConflictsListInput = {
  /** Those decided already · Default: false */
  resolved?: boolean;
  /** Default: 50 */
  limit?: number;
};
export type MemoryConflictsListOutput = {
  conflicts: ({
    id: string;
    /** What is held until somebody decides */
    held: {
      id: string;
      user_id: string;
      fact: string;
      category: string;
      source: "conversation" | "explicit" | "inferred";
      confidence: number;
      trust: "owner" | "derived" | "imported" | "quarantined";
      /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
      state: "current" | "past" | "contested" | "quarantined";
      /** Of whom or what: `owner`, `sister`, `staging cluster` */
      subject: string | null;
      /** What of it: `home`, `name`; a newer fact of the same replaces this one */
      attribute: string | null;
      /** Since when it is so; null for always */
      valid_from: string | null;
      /** Until when; null when it still is */
      valid_to: string | null;
      /** The fact that put it in the past */
      replaced_by: string | null;
      /** The turn and the words it rests on */
      evidence: {
        conversation_id: string | null;
        turn_id: string;
        quote: string | null;
      } | null;
      metadata: Record<string, unknown>;
      created_at: string;
      updated_at: string;
      /** When Nima learned that it is over */
      retired_at: string | null;
      removed_at: string | null;
    };
    /** What was told since */
    told: {
      id: string;
      user_id: string;
      fact: string;
      category: string;
      source: "conversation" | "explicit" | "inferred";
      confidence: number;
      trust: "owner" | "derived" | "imported" | "quarantined";
      /** `past` is over, `contested` waits for a decision, `quarantined` is never used */
      state: "current" | "past" | "contested" | "quarantined";
      /** Of whom or what: `owner`, `sister`, `staging cluster` */
      subject: string | null;
      /** What of it: `home`, `name`; a newer fact of the same replaces this one */
      attribute: string | null;
      /** Since when it is so; null for always */
      valid_from: string | null;
      /** Until when; null when it still is */
      valid_to: string | null;
      /** The fact that put it in the past */
      replaced_by: string | null;
      /** The turn and the words it rests on */
      evidence: {
        conversation_id: string | null;
        turn_id: string;
        quote: string | null;
      } | null;
      metadata: Record<string, unknown>;
      created_at: string;
      updated_at: string;
      /** When Nima learned that it is over */
      retired_at: string | null;
      removed_at: string | null;
    };
    /** Why it did not simply replace what is held */
    because: string;
    created_at: string;
    resolved_at: string | null;
    resolution: "held" | "told" | "both" | "edited" | null;
  })[];
};
export type MemoryConflictsResolveInput = {
  id: string;
  /** `held` is what was known before, `told` what came since */
  keep: "held" | "told" | "both" | "edited";
  /** The words to keep, for `edited` */
  fact?: string;
};
export type MemoryConflictsResolveOutput = {
  id: string;
  keep: "held" | "told" | "both" | "edited";
  kept: string[];
};
export type MemoryConflictsReopenInput = {
  id: string;
};
export type MemoryConflictsReopenOutput = {
  id: string;
};
export type MemoryAuditInput = {
  /** Only findings of this kind */
  problem?: "duplicate" | "near-duplicate" | "loop" | "secret" | "stale" | "unsupported" | "contradiction";
};
export type MemoryAuditOutput = {
  /** Facts looked at */
  facts: number;
  /** Findings by problem */
  counts: Record<string, number>;
  findings: ({
    problem: "duplicate" | "near-duplicate" | "loop" | "secret" | "stale" | "unsupported" | "contradiction";
    fact_ids: string[];
    text: string;
    advice: string;
    /** The call that mends it; null where a person must look first */
    fix: {
      operation: string;
      input: Record<string, unknown>;
    } | null;
  })[];
};
export type MemoryEraseInput = {
  /** A person or topic, as it is written */
  about?: string;
  fact_id?: string;
  conversation_id?: string;
  /** The name of what is erased, typed once more */
  confirm?: string;
};
export type MemoryEraseOutput = {
  /** Facts erased */
  facts: number;
  /** Turns from which sentences were taken */
  turns: number;
  /** Other rows that spoke of it */
  rows: number;
};
export type MemoryImportInput = {
  /** The file, as it is */
  text: string;
  /** Its name, which may hold a date: `2026-03-01.md` · Default: "" */
  name?: string;
  /** Say what it would bring, and bring nothing · Default: false */
  only_look?: boolean;
};
export type MemoryImportOutput = {
  /** Of this import, to take it back; null when nothing was brought */
  id: string | null;
  format: "chatgpt" | "chatgpt-memories" | "mem0" | "mcp-memory" | "markdown";
  /** Facts brought, or that would be */
  facts: number;
  conversations: number;
  /** Remembered already */
  known: number;
  /** They look like a password or key */
  refused: number;
  skipped: {
    what: string;
    because: string;
  }[];
  samples: string[];
};
export type MemoryImportsRemoveInput = {
  id: string;
};
export type MemoryImportsRemoveOutput = {
  id: string;
  facts: number;
  conversations: number;
};
export type MemoryProfileGetInput = Record<string, unknown>;
export type MemoryProfileGetOutput = {
  user_id: string;
  name: string | null;
  preferences: Record<string, unknown>;
  context: Record<string, unknown>;
  /** Null until something is set */
  created_at: string | null;
  updated_at: string | null;
};
export type MemoryProfileUpdateInput = {
  /** What to call you */
  name?: string | null;
  preferences?: Record<string, unknown>;
  context?: Record<string, unknown>;
};
export type MemoryProfileUpdateOutput = {
  user_id: string;
  name: string | null;
  preferences: Record<string, unknown>;
  context: Record<string, unknown>;
  /** Null until something is set */
  created_at: string | null;
  updated_at: string | null;
};
export type GoalsListInput = {
  /** Words in the goal or its milestones */
  query?: string;
  status?: "active" | "completed" | "paused";
  /** What was removed and can still be brought back · Default: false */
  removed?: boolean;
  /** Default: 100 */
  limit?: number;
};
export type GoalsListOutput = {
  goals: ({
    id: string;
    /** The same as `id` */
    goal_id: string;
    user_id: string;
    title: string;
    description: string;
    status: "active" | "completed" | "paused";
    /** As it was given: a date means the end of that day */
    deadline: string | null;
    /** The moment the deadline means in the owner's time zone */
    deadline_at: string | null;
    progress: number;
    /** Every piece of evidence and what it adds */
    progress_because: ({
      /** Id of the evidence; the id of the goal for its completion */
      evidence_id: string;
      kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
      milestone_id: string | null;
      text: string;
      /** What it adds to the progress; all parts add up to it */
      adds: number;
      at: string;
      source: {
        type: "owner" | "turn" | "task";
        /** Turn or task */
        id: string | null;
        conversation_id: string | null;
        /** The words it rests on */
        quote: string | null;
      };
    })[];
    milestones: ({
      id: string;
      goal_id: string;
      title: string;
      status: "open" | "done";
      progress: number;
      /** Beside the other milestones of the goal */
      weight: number;
      position: number;
      completed_at: string | null;
      created_at: string;
      updated_at: string;
    })[];
    suggested_actions: ({
      id: string;
      goal_id: string;
      goal_title: string;
      kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
      /** What to do */
      text: string;
      because: string;
      sources: ({
        type: "goal" | "milestone" | "evidence" | "fact" | "pack";
        id: string;
        text: string;
      })[];
      /** The task it becomes, ready to run */
      action: {
        type: string;
        action: string;
        params: Record<string, unknown>;
      } | null;
      /** The milestone it becomes, where it is no task */
      milestone: string | null;
      /** Higher comes first: how pressing it is, times how often its kind was accepted */
      score: number;
    })[];
    forecast: {
      risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
      /** As likely earlier as later */
      expected_at: string | null;
      /** Sooner in one case of ten */
      earliest_at: string | null;
      /** Later in one case of ten; null when that is beyond ten years */
      latest_at: string | null;
      /** Of reaching it by the deadline */
      probability: number | null;
      /** Progress a week, lately */
      rate_per_week: number | null;
      because: string;
    };
    /** Goals to be reached before this one */
    depends_on: string[];
    created_at: string;
    updated_at: string;
    completed_at: string | null;
    removed_at: string | null;
  })[];
};
export type GoalsCreateInput = {
  /** What is to be reached, in a few words */
  title: string;
  /** Default: "" */
  description?: string;
  /** A date, meant to its end, or a moment */
  deadline?: string;
  /** Default: "active" */
  status?: "active" | "paused";
  /** Parts of it, in order · Default: [] */
  milestones?: string[];
  /** Ids of goals to be reached before · Default: [] */
  depends_on?: string[];
};
export type GoalsCreateOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsGetInput = {
  id: string;
};
export type GoalsGetOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsUpdateInput = {
  id: string;
  title?: string;
  description?: string;
  status?: "active" | "completed" | "paused";
  /** A date or a moment; null for none */
  deadline?: string | null;
  /** How far you say it is: 0 to 1, or above 1 in percent; later evidence adds to it */
  progress?: number;
  depends_on?: string[];
};
export type GoalsUpdateOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsPauseInput = {
  id: string;
};
export type GoalsPauseOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsResumeInput = {
  id: string;
};
export type GoalsResumeOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsCompleteInput = {
  id: string;
};
export type GoalsCompleteOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsRemoveInput = {
  id: string;
};
export type GoalsRemoveOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsRestoreInput = {
  id: string;
};
export type GoalsRestoreOutput = {
  id: string;
  /** The same as `id` */
  goal_id: string;
  user_id: string;
  title: string;
  description: string;
  status: "active" | "completed" | "paused";
  /** As it was given: a date means the end of that day */
  deadline: string | null;
  /** The moment the deadline means in the owner's time zone */
  deadline_at: string | null;
  progress: number;
  /** Every piece of evidence and what it adds */
  progress_because: ({
    /** Id of the evidence; the id of the goal for its completion */
    evidence_id: string;
    kind: "milestone" | "turn" | "task" | "stated" | "noted" | "completed";
    milestone_id: string | null;
    text: string;
    /** What it adds to the progress; all parts add up to it */
    adds: number;
    at: string;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
  })[];
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
  })[];
  suggested_actions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
  forecast: {
    risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
    /** As likely earlier as later */
    expected_at: string | null;
    /** Sooner in one case of ten */
    earliest_at: string | null;
    /** Later in one case of ten; null when that is beyond ten years */
    latest_at: string | null;
    /** Of reaching it by the deadline */
    probability: number | null;
    /** Progress a week, lately */
    rate_per_week: number | null;
    because: string;
  };
  /** Goals to be reached before this one */
  depends_on: string[];
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  removed_at: string | null;
};
export type GoalsSuggestionsInput = {
  id: string;
};
export type GoalsSuggestionsOutput = {
  goal_id: string;
  title: string;
  progress: number;
  suggestions: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
};
export type GoalsForecastInput = {
  id: string;
};
export type GoalsForecastOutput = {
  risk: "done" | "on_track" | "at_risk" | "slipping" | "no_deadline" | "no_data" | "paused";
  /** As likely earlier as later */
  expected_at: string | null;
  /** Sooner in one case of ten */
  earliest_at: string | null;
  /** Later in one case of ten; null when that is beyond ten years */
  latest_at: string | null;
  /** Of reaching it by the deadline */
  probability: number | null;
  /** Progress a week, lately */
  rate_per_week: number | null;
  because: string;
  goal_id: string;
  title: string;
  progress: number;
  deadline: string | null;
  /** The progress after each piece */
  history: {
    at: string;
    progress: number;
  }[];
};
export type GoalsMilestonesListInput = {
  /** Only of this goal */
  goal_id?: string;
  /** Words in the milestone or its goal; the best match comes first */
  query?: string;
  status?: "open" | "done";
  /** Default: 100 */
  limit?: number;
};
export type GoalsMilestonesListOutput = {
  milestones: ({
    id: string;
    goal_id: string;
    title: string;
    status: "open" | "done";
    progress: number;
    /** Beside the other milestones of the goal */
    weight: number;
    position: number;
    completed_at: string | null;
    created_at: string;
    updated_at: string;
    goal_title: string;
  })[];
};
export type GoalsMilestonesCreateInput = {
  goal_id: string;
  title: string;
  /** Beside the other milestones: 2 counts twice · Default: 1 */
  weight?: number;
  /** Place in the plan, from 0; the end unless said */
  position?: number;
};
export type GoalsMilestonesCreateOutput = {
  id: string;
  goal_id: string;
  title: string;
  status: "open" | "done";
  progress: number;
  /** Beside the other milestones of the goal */
  weight: number;
  position: number;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};
export type GoalsMilestonesUpdateInput = {
  id: string;
  title?: string;
  weight?: number;
  position?: number;
};
export type GoalsMilestonesUpdateOutput = {
  id: string;
  goal_id: string;
  title: string;
  status: "open" | "done";
  progress: number;
  /** Beside the other milestones of the goal */
  weight: number;
  position: number;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};
export type GoalsMilestonesRemoveInput = {
  id: string;
};
export type GoalsMilestonesRemoveOutput = {
  id: string;
  goal_id: string;
  title: string;
  status: "open" | "done";
  progress: number;
  /** Beside the other milestones of the goal */
  weight: number;
  position: number;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};
export type GoalsMilestonesRestoreInput = {
  id: string;
};
export type GoalsMilestonesRestoreOutput = {
  id: string;
  goal_id: string;
  title: string;
  status: "open" | "done";
  progress: number;
  /** Beside the other milestones of the goal */
  weight: number;
  position: number;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};
export type GoalsMilestonesCompleteInput = {
  id: string;
};
export type GoalsMilestonesCompleteOutput = {
  id: string;
  goal_id: string;
  title: string;
  status: "open" | "done";
  progress: number;
  /** Beside the other milestones of the goal */
  weight: number;
  position: number;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};
export type GoalsMilestonesReopenInput = {
  id: string;
};
export type GoalsMilestonesReopenOutput = {
  id: string;
  goal_id: string;
  title: string;
  status: "open" | "done";
  progress: number;
  /** Beside the other milestones of the goal */
  weight: number;
  position: number;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
};
export type GoalsEvidenceListInput = {
  /** Only of this goal */
  goal_id?: string;
  /** Words in the evidence or its goal; the best match comes first */
  query?: string;
  kind?: "milestone" | "turn" | "task" | "stated" | "noted";
  /** What was taken back and can be restored · Default: false */
  removed?: boolean;
  /** Default: 100 */
  limit?: number;
};
export type GoalsEvidenceListOutput = {
  evidence: ({
    id: string;
    goal_id: string;
    milestone_id: string | null;
    kind: "milestone" | "turn" | "task" | "stated" | "noted";
    text: string;
    /** How much of its milestone, or of the goal, it says is done */
    share: number;
    source: {
      type: "owner" | "turn" | "task";
      /** Turn or task */
      id: string | null;
      conversation_id: string | null;
      /** The words it rests on */
      quote: string | null;
    };
    at: string;
    removed_at: string | null;
  })[];
};
export type GoalsEvidenceCreateInput = {
  goal_id: string;
  text: string;
  /** The part it belongs to */
  milestone_id?: string;
  /** How much of the milestone, or of the goal, is done with it · Default: 0 */
  share?: number;
};
export type GoalsEvidenceCreateOutput = {
  id: string;
  goal_id: string;
  milestone_id: string | null;
  kind: "milestone" | "turn" | "task" | "stated" | "noted";
  text: string;
  /** How much of its milestone, or of the goal, it says is done */
  share: number;
  source: {
    type: "owner" | "turn" | "task";
    /** Turn or task */
    id: string | null;
    conversation_id: string | null;
    /** The words it rests on */
    quote: string | null;
  };
  at: string;
  removed_at: string | null;
};
export type GoalsEvidenceRemoveInput = {
  id: string;
};
export type GoalsEvidenceRemoveOutput = {
  id: string;
  goal_id: string;
  milestone_id: string | null;
  kind: "milestone" | "turn" | "task" | "stated" | "noted";
  text: string;
  /** How much of its milestone, or of the goal, it says is done */
  share: number;
  source: {
    type: "owner" | "turn" | "task";
    /** Turn or task */
    id: string | null;
    conversation_id: string | null;
    /** The words it rests on */
    quote: string | null;
  };
  at: string;
  removed_at: string | null;
};
export type GoalsEvidenceRestoreInput = {
  id: string;
};
export type GoalsEvidenceRestoreOutput = {
  id: string;
  goal_id: string;
  milestone_id: string | null;
  kind: "milestone" | "turn" | "task" | "stated" | "noted";
  text: string;
  /** How much of its milestone, or of the goal, it says is done */
  share: number;
  source: {
    type: "owner" | "turn" | "task";
    /** Turn or task */
    id: string | null;
    conversation_id: string | null;
    /** The words it rests on */
    quote: string | null;
  };
  at: string;
  removed_at: string | null;
};
export type GoalsStepsListInput = {
  /** Words in the suggestion; the best match comes first */
  query?: string;
  /** Default: 20 */
  limit?: number;
};
export type GoalsStepsListOutput = {
  steps: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
};
export type GoalsStepsAskInput = {
  goal_id: string;
};
export type GoalsStepsAskOutput = {
  /** Of this goal; none of them from a model where only the offline one is there */
  steps: ({
    id: string;
    goal_id: string;
    goal_title: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    /** What to do */
    text: string;
    because: string;
    sources: ({
      type: "goal" | "milestone" | "evidence" | "fact" | "pack";
      id: string;
      text: string;
    })[];
    /** The task it becomes, ready to run */
    action: {
      type: string;
      action: string;
      params: Record<string, unknown>;
    } | null;
    /** The milestone it becomes, where it is no task */
    milestone: string | null;
    /** Higher comes first: how pressing it is, times how often its kind was accepted */
    score: number;
  })[];
};
export type GoalsStepsAcceptInput = {
  /** Id of the suggestion */
  id: string;
};
export type GoalsStepsAcceptOutput = {
  id: string;
  goal_id: string;
  step_id: string;
  kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
  verdict: "accepted" | "declined";
  text: string;
  /** What it became; null for a step that is only kept in mind */
  made: {
    type: "milestone" | "task" | "completion";
    id: string;
  } | null;
  at: string;
  removed_at: string | null;
};
export type GoalsStepsDeclineInput = {
  /** Id of the suggestion */
  id: string;
};
export type GoalsStepsDeclineOutput = {
  id: string;
  goal_id: string;
  step_id: string;
  kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
  verdict: "accepted" | "declined";
  text: string;
  /** What it became; null for a step that is only kept in mind */
  made: {
    type: "milestone" | "task" | "completion";
    id: string;
  } | null;
  at: string;
  removed_at: string | null;
};
export type GoalsStepsRestoreInput = {
  /** Id of the decision */
  id: string;
};
export type GoalsStepsRestoreOutput = {
  id: string;
  goal_id: string;
  step_id: string;
  kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
  verdict: "accepted" | "declined";
  text: string;
  /** What it became; null for a step that is only kept in mind */
  made: {
    type: "milestone" | "task" | "completion";
    id: string;
  } | null;
  at: string;
  removed_at: string | null;
};
export type GoalsStepsWeightsInput = Record<string, unknown>;
export type GoalsStepsWeightsOutput = {
  weights: ({
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    accepted: number;
    declined: number;
    /** 1 before anything is learned; (accepted + 2) / (accepted + declined + 2) */
    weight: number;
  })[];
  /** The newest; each can be taken back */
  decisions: ({
    id: string;
    goal_id: string;
    step_id: string;
    kind: "complete" | "overdue" | "slip" | "dependency" | "milestone" | "stale" | "plan" | "lesson" | "memory" | "knowledge" | "model";
    verdict: "accepted" | "declined";
    text: string;
    /** What it became; null for a step that is only kept in mind */
    made: {
      type: "milestone" | "task" | "completion";
      id: string;
    } | null;
    at: string;
    removed_at: string | null;
  })[];
};
export type GoalsStepsResetInput = Record<string, unknown>;
export type GoalsStepsResetOutput = {
  /** Decisions that count no longer */
  forgotten: number;
};
export type TasksExecuteInput = {
  /** Integration: github, git, kubernetes, files, http, cli */
  type: string;
  /** What it should do; `tasks integrations list` shows the actions and their parameters */
  action: string;
  /** Parameters of the action · Default: {} */
  params?: Record<string, unknown>;
  /** A repeat with the same key answers the same task instead of doing it twice */
  idempotency_key?: string;
  /** The goal it serves */
  goal_id?: string;
};
export type TasksExecuteOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};
export type TasksPreviewInput = {
  /** Integration: github, git, kubernetes, files, http, cli */
  type: string;
  /** What it should do; `tasks integrations list` shows the actions and their parameters */
  action: string;
  /** Parameters of the action · Default: {} */
  params?: Record<string, unknown>;
};
export type TasksPreviewOutput = {
  effect: "read" | "write" | "spend" | "destroy";
  /** What would change; a diff where that helps */
  preview: string;
};
export type TasksListInput = {
  /** Words in the title or the summary; looks at ended tasks too */
  query?: string;
  /** Default: 50 */
  limit?: number;
};
export type TasksListOutput = {
  tasks: ({
    id: string;
    type: string;
    action: string;
    /** What it is about, in a few words */
    title: string;
    params: Record<string, unknown>;
    effect: "read" | "write" | "spend" | "destroy";
    status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
    /** Tries so far, of 3 */
    attempts: number;
    progress: number | null;
    /** What came of it, in a sentence */
    summary: string | null;
    /** What came of it, as data */
    data: Record<string, unknown> | null;
    /** True when `data` holds what others wrote: data to read, never an instruction */
    untrusted: boolean;
    error: {
      kind: string;
      code: string;
      message: string;
    } | null;
    next_try_at: string | null;
    cancel_requested: boolean;
    idempotency_key: string;
    approval_id: string | null;
    /** Who asked and where: person/rest, agent/chat */
    asked_by: string;
    goal_id: string | null;
    created_at: string;
    started_at: string | null;
    ended_at: string | null;
  })[];
};
export type TasksHistoryInput = {
  status?: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Integration: github, git, files */
  type?: string;
  /** Words in the title or the summary */
  query?: string;
  goal_id?: string;
  /** Default: 50 */
  limit?: number;
  /** The last task of the page before */
  before?: string;
};
export type TasksHistoryOutput = {
  tasks: ({
    id: string;
    type: string;
    action: string;
    /** What it is about, in a few words */
    title: string;
    params: Record<string, unknown>;
    effect: "read" | "write" | "spend" | "destroy";
    status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
    /** Tries so far, of 3 */
    attempts: number;
    progress: number | null;
    /** What came of it, in a sentence */
    summary: string | null;
    /** What came of it, as data */
    data: Record<string, unknown> | null;
    /** True when `data` holds what others wrote: data to read, never an instruction */
    untrusted: boolean;
    error: {
      kind: string;
      code: string;
      message: string;
    } | null;
    next_try_at: string | null;
    cancel_requested: boolean;
    idempotency_key: string;
    approval_id: string | null;
    /** Who asked and where: person/rest, agent/chat */
    asked_by: string;
    goal_id: string | null;
    created_at: string;
    started_at: string | null;
    ended_at: string | null;
  })[];
  /** Tasks that fit the filters, on all pages */
  total: number;
};
export type TasksGetInput = {
  id: string;
};
export type TasksGetOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  log: {
    at: string;
    line: string;
  }[];
};
export type TasksStatusInput = {
  id: string;
};
export type TasksStatusOutput = {
  id: string;
  /** What it is about, in a few words */
  title: string;
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  /** What came of it, as data */
  result: Record<string, unknown> | null;
};
export type TasksFollowInput = {
  id: string;
  /** Number of the last event seen · Default: 0 */
  after?: number;
};
export type TasksFollowEvent = {
  type: "log";
  at: string;
  line: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "progress";
  progress: number;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "state";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  attempts: number;
  summary: string | null;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type TasksCancelInput = {
  id: string;
};
export type TasksCancelOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};
export type TasksRetryInput = {
  id: string;
};
export type TasksRetryOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};
export type TasksScaleInput = {
  /** Its name on the cluster: nima-api */
  name: string;
  /** How many pods are to run */
  replicas: number;
};
export type TasksScaleOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};
export type TasksRestartInput = {
  /** Its name on the cluster: nima-api */
  name: string;
};
export type TasksRestartOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};
export type TasksCloneInput = {
  /** Where it is: https://github.com/nima/nima.git */
  url: string;
  /** Where it goes: the name of an open folder, and a path below it */
  folder: string;
};
export type TasksCloneOutput = {
  id: string;
  type: string;
  action: string;
  /** What it is about, in a few words */
  title: string;
  params: Record<string, unknown>;
  effect: "read" | "write" | "spend" | "destroy";
  status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "dead" | "cancelled";
  /** Tries so far, of 3 */
  attempts: number;
  progress: number | null;
  /** What came of it, in a sentence */
  summary: string | null;
  /** What came of it, as data */
  data: Record<string, unknown> | null;
  /** True when `data` holds what others wrote: data to read, never an instruction */
  untrusted: boolean;
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  next_try_at: string | null;
  cancel_requested: boolean;
  idempotency_key: string;
  approval_id: string | null;
  /** Who asked and where: person/rest, agent/chat */
  asked_by: string;
  goal_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};
export type TasksIntegrationsListInput = {
  /** Default: 50 */
  limit?: number;
};
export type TasksIntegrationsListOutput = {
  integrations: ({
    /** The `type` of its tasks */
    id: string;
    summary: string;
    enabled: boolean;
    /** `recorded`: tests know the outside system by its published schema */
    tested: "real peer" | "recorded";
    actions: {
      name: string;
      summary: string;
      /** JSON Schema of the parameters */
      params: Record<string, unknown>;
    }[];
    config: {
      /** JSON Schema of its settings: `integrations.<id>` in nima.yaml */
      schema: Record<string, unknown>;
      /** Settings in force; secrets only as references */
      values: Record<string, unknown>;
    };
  })[];
};
export type TasksIntegrationsGetInput = {
  /** Its name: github, git, files */
  id: string;
};
export type TasksIntegrationsGetOutput = {
  /** The `type` of its tasks */
  id: string;
  summary: string;
  enabled: boolean;
  /** `recorded`: tests know the outside system by its published schema */
  tested: "real peer" | "recorded";
  actions: {
    name: string;
    summary: string;
    /** JSON Schema of the parameters */
    params: Record<string, unknown>;
  }[];
  config: {
    /** JSON Schema of its settings: `integrations.<id>` in nima.yaml */
    schema: Record<string, unknown>;
    /** Settings in force; secrets only as references */
    values: Record<string, unknown>;
  };
  health: {
    ready: boolean;
    /** What is missing, or what it is connected to */
    text: string;
  };
};
export type TasksIntegrationsUpdateInput = {
  /** Its name: github, git, files */
  id: string;
  enabled: boolean;
};
export type TasksIntegrationsUpdateOutput = {
  /** The `type` of its tasks */
  id: string;
  summary: string;
  enabled: boolean;
  /** `recorded`: tests know the outside system by its published schema */
  tested: "real peer" | "recorded";
  actions: {
    name: string;
    summary: string;
    /** JSON Schema of the parameters */
    params: Record<string, unknown>;
  }[];
  config: {
    /** JSON Schema of its settings: `integrations.<id>` in nima.yaml */
    schema: Record<string, unknown>;
    /** Settings in force; secrets only as references */
    values: Record<string, unknown>;
  };
};
export type PersonaGetInput = Record<string, unknown>;
export type PersonaGetOutput = {
  name: string;
  summary: string;
  personality: {
    voice: string;
    tone: string;
    style: string[];
    values: string[];
  };
  values: {
    name: string;
    meaning: string;
  }[];
  voice: {
    name: string;
    meaning: string;
  }[];
  rules: string[];
  examples: {
    user: string;
    nima: string;
  }[];
};
export type PersonaUpdateInput = {
  /** What Nima calls itself */
  name?: string;
  /** Who it is, in one sentence */
  summary?: string;
  /** The short form: voice, tone, style, values */
  personality?: {
    voice?: string;
    tone?: string;
    style?: string[];
    values?: string[];
  };
  values?: {
    name: string;
    meaning: string;
  }[];
  voice?: {
    name: string;
    meaning: string;
  }[];
  /** How to answer; sentences that stand in every prompt */
  rules?: string[];
  examples?: {
    user: string;
    nima: string;
  }[];
};
export type PersonaUpdateOutput = {
  version: number;
  persona: {
    name: string;
    summary: string;
    personality: {
      voice: string;
      tone: string;
      style: string[];
      values: string[];
    };
    values: {
      name: string;
      meaning: string;
    }[];
    voice: {
      name: string;
      meaning: string;
    }[];
    rules: string[];
    examples: {
      user: string;
      nima: string;
    }[];
  };
};
export type PersonaRestoreInput = {
  /** 0 is the persona as shipped */
  version: number;
};
export type PersonaRestoreOutput = {
  version: number;
  persona: {
    name: string;
    summary: string;
    personality: {
      voice: string;
      tone: string;
      style: string[];
      values: string[];
    };
    values: {
      name: string;
      meaning: string;
    }[];
    voice: {
      name: string;
      meaning: string;
    }[];
    rules: string[];
    examples: {
      user: string;
      nima: string;
    }[];
  };
};
export type PersonaVersionsListInput = {
  /** Default: 50 */
  limit?: number;
};
export type PersonaVersionsListOutput = {
  versions: {
    /** 0 is the persona as shipped */
    version: number;
    /** Fields that differ from the shipped persona */
    changes: string[];
    why: string;
    at: string;
  }[];
};
export type PersonaScoreInput = {
  text: string;
};
export type PersonaScoreOutput = {
  /** 1 sounds like the persona, 0 like its opposite, 0.5 is undecided */
  score: number;
  /** Mean cosine to the nearest examples */
  like: number;
  /** Mean cosine to the nearest counter-examples */
  unlike: number;
  /** What the style review would change */
  violations: {
    rule: string;
    quote: string;
  }[];
  embedder: string;
};
export type KnowledgePacksListInput = {
  /** Words of its name or description */
  query?: string;
  state?: "by_topic" | "always" | "off";
  /** Default: 100 */
  limit?: number;
};
export type KnowledgePacksListOutput = {
  packs: ({
    id: string;
    name: string;
    category: string;
    version: string;
    description: string;
    /** Whether its facts and rules are consulted */
    state: "by_topic" | "always" | "off";
    trust: "shipped" | "installed";
    /** `shipped`, or the folder or address it was installed from */
    source: string;
    /** Names the content: sha256 of its canonical JSON */
    hash: string;
    licence: string;
    author: string;
    installed_at: string | null;
  })[];
  total: number;
};
export type KnowledgePacksGetInput = {
  /** Id of a pack, such as technical */
  id: string;
};
export type KnowledgePacksGetOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
  topics: {
    id: string;
    name: string;
  }[];
  facts: number;
  rules: number;
  /** Newest first; empty for a shipped pack */
  versions: ({
    version: string;
    hash: string;
    /** Commit it came from */
    source_revision: string | null;
    installed_at: string;
    is_current: boolean;
  })[];
};
export type KnowledgePacksEntriesListInput = {
  /** Id of a pack, such as technical */
  pack: string;
  /** Id of one of its topics */
  topic?: string;
  /** Default: 100 */
  limit?: number;
  /** Entries of the pages before · Default: 0 */
  skip?: number;
};
export type KnowledgePacksEntriesListOutput = {
  entries: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    pack_name: string;
    kind: "fact" | "rule";
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    review_by: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
    region: string | null;
    trust: "shipped" | "installed";
  })[];
  total: number;
};
export type KnowledgePacksSearchInput = {
  /** A question or some words */
  query: string;
  /** Id of a pack, such as technical */
  pack?: string;
  /** Default: 20 */
  limit?: number;
};
export type KnowledgePacksSearchOutput = {
  passages: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    pack_name: string;
    kind: "fact" | "rule";
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    review_by: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
    region: string | null;
    trust: "shipped" | "installed";
    score: number;
  })[];
  total: number;
};
export type KnowledgePacksActivateInput = {
  /** Id of a pack, such as technical */
  id: string;
  /** Only for questions on its topics, as packs start; otherwise for every question · Default: false */
  by_topic?: boolean;
};
export type KnowledgePacksActivateOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
};
export type KnowledgePacksDeactivateInput = {
  /** Id of a pack, such as technical */
  id: string;
};
export type KnowledgePacksDeactivateOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
};
export type KnowledgePacksValidateInput = {
  /** Folder of the pack, or an address git can clone, with #branch or #tag if wanted */
  source: string;
};
export type KnowledgePacksValidateOutput = {
  is_valid: boolean;
  faults: {
    file: string;
    /** Path inside the file: `facts[3].source.url` */
    at: string;
    message: string;
  }[];
  id: string | null;
  version: string | null;
  facts: number | null;
  rules: number | null;
  /** For `--expect-hash`: names exactly this content */
  hash: string | null;
};
export type KnowledgePacksBuildInput = {
  /** Id of a pack you have, its folder, or an address git can clone */
  source: string;
};
export type KnowledgePacksBuildOutput = {
  id: string;
  version: string;
  hash: string;
  embedder: string;
  vectors: number;
  dimensions: number;
  /** Where the NumPy file lies; null where nothing is kept */
  file: string | null;
};
export type KnowledgePacksInstallInput = {
  /** Folder of the pack, or an address git can clone, with #branch or #tag if wanted */
  source: string;
  /** Take it only if its content has this hash, as `validate` prints it */
  expect_hash?: string;
};
export type KnowledgePacksInstallOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
};
export type KnowledgePacksUpdateInput = {
  /** Id of a pack, such as technical */
  id: string;
  /** Change it; otherwise only show what would change · Default: false */
  apply?: boolean;
  /** Take it only if its content has this hash, as `validate` prints it */
  expect_hash?: string;
};
export type KnowledgePacksUpdateOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
  is_applied: boolean;
  /** False when the content is the one you have */
  is_newer: boolean;
  from_version: string;
  to_version: string;
  to_hash: string;
  changes: {
    facts: {
      added: {
        id: string;
        text: string;
      }[];
      changed: {
        id: string;
        before: string;
        after: string;
      }[];
      removed: {
        id: string;
        text: string;
      }[];
    };
    rules: {
      added: {
        id: string;
        text: string;
      }[];
      changed: {
        id: string;
        before: string;
        after: string;
      }[];
      removed: {
        id: string;
        text: string;
      }[];
    };
  };
};
export type KnowledgePacksRollbackInput = {
  /** Id of a pack, such as technical */
  id: string;
};
export type KnowledgePacksRollbackOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
};
export type KnowledgePacksRemoveInput = {
  /** Id of a pack, such as technical */
  id: string;
};
export type KnowledgePacksRemoveOutput = {
  id: string;
  name: string;
  category: string;
  version: string;
  description: string;
  /** Whether its facts and rules are consulted */
  state: "by_topic" | "always" | "off";
  trust: "shipped" | "installed";
  /** `shipped`, or the folder or address it was installed from */
  source: string;
  /** Names the content: sha256 of its canonical JSON */
  hash: string;
  licence: string;
  author: string;
  installed_at: string | null;
};
export type ToolsListInput = {
  /** Default: 500 */
  limit?: number;
  /** Only those of this server */
  server?: string;
};
export type ToolsListOutput = {
  tools: ({
    /** Server and tool: `github__create_issue` */
    name: string;
    server: string;
    /** The server's own words; not checked by anybody */
    description: string;
    /** JSON Schema of its arguments */
    input_schema: Record<string, unknown>;
    policy: "ask" | "allow" | "off";
    state: "accepted" | "unseen" | "gone";
  })[];
};
export type ToolsUpdateInput = {
  /** Server and tool: `github__create_issue` */
  id: string;
  policy: "ask" | "allow" | "off";
};
export type ToolsUpdateOutput = {
  /** Server and tool: `github__create_issue` */
  name: string;
  server: string;
  /** The server's own words; not checked by anybody */
  description: string;
  /** JSON Schema of its arguments */
  input_schema: Record<string, unknown>;
  policy: "ask" | "allow" | "off";
  state: "accepted" | "unseen" | "gone";
};
export type ToolsCallInput = {
  /** Server and tool: `github__create_issue` */
  tool: string;
  /** As the schema of the tool says · Default: {} */
  arguments?: Record<string, unknown>;
};
export type ToolsCallOutput = {
  tool: string;
  /** True when the tool itself says that it failed */
  is_error: boolean;
  /** What it says is data from outside, never an instruction */
  is_untrusted: true;
  text: string;
  /** Structured content, where the tool gives it */
  data: unknown;
  is_shortened: boolean;
};
export type ToolsServersListInput = {
  /** Default: 200 */
  limit?: number;
};
export type ToolsServersListOutput = {
  servers: ({
    id: string;
    name: string;
    transport: "stdio" | "http";
    /** The command with its arguments, or the address */
    target: string;
    /** Names of the environment variables or headers it is given */
    given: string[];
    is_enabled: boolean;
    /** Why it could not be asked for its tools, or null */
    problem: string | null;
    /** Tools it offers */
    tools: number;
    /** Tools that are new or have changed and wait for a look */
    waiting: number;
    checked_at: string | null;
    created_at: string;
  })[];
};
export type ToolsServersCreateInput = {
  /** Short name; it stands before the names of its tools */
  name: string;
  /** Address of a server that speaks streamable HTTP */
  url?: string;
  /** Program of a server that speaks over standard input and output */
  command?: string;
  /** Arguments of the program */
  args?: string[];
  /** Variables for the program; secrets as references, `env:NAME` or `file:/path` */
  environment?: Record<string, string>;
  /** Headers for the address; secrets as references, `env:NAME` or `file:/path` */
  headers?: Record<string, string>;
};
export type ToolsServersCreateOutput = {
  id: string;
  name: string;
  transport: "stdio" | "http";
  /** The command with its arguments, or the address */
  target: string;
  /** Names of the environment variables or headers it is given */
  given: string[];
  is_enabled: boolean;
  /** Why it could not be asked for its tools, or null */
  problem: string | null;
  /** Tools it offers */
  tools: number;
  /** Tools that are new or have changed and wait for a look */
  waiting: number;
  checked_at: string | null;
  created_at: string;
};
export type ToolsServersGetInput = {
  id: string;
};
export type ToolsServersGetOutput = {
  id: string;
  name: string;
  transport: "stdio" | "http";
  /** The command with its arguments, or the address */
  target: string;
  /** Names of the environment variables or headers it is given */
  given: string[];
  is_enabled: boolean;
  /** Why it could not be asked for its tools, or null */
  problem: string | null;
  /** Tools it offers */
  tools: number;
  /** Tools that are new or have changed and wait for a look */
  waiting: number;
  checked_at: string | null;
  created_at: string;
};
export type ToolsServersUpdateInput = {
  id: string;
  is_enabled: boolean;
};
export type ToolsServersUpdateOutput = {
  id: string;
  name: string;
  transport: "stdio" | "http";
  /** The command with its arguments, or the address */
  target: string;
  /** Names of the environment variables or headers it is given */
  given: string[];
  is_enabled: boolean;
  /** Why it could not be asked for its tools, or null */
  problem: string | null;
  /** Tools it offers */
  tools: number;
  /** Tools that are new or have changed and wait for a look */
  waiting: number;
  checked_at: string | null;
  created_at: string;
};
export type ToolsServersRemoveInput = {
  id: string;
};
export type ToolsServersRemoveOutput = {
  name: string;
};
export type ToolsServersRefreshInput = {
  id: string;
};
export type ToolsServersRefreshOutput = {
  id: string;
  name: string;
  transport: "stdio" | "http";
  /** The command with its arguments, or the address */
  target: string;
  /** Names of the environment variables or headers it is given */
  given: string[];
  is_enabled: boolean;
  /** Why it could not be asked for its tools, or null */
  problem: string | null;
  /** Tools it offers */
  tools: number;
  /** Tools that are new or have changed and wait for a look */
  waiting: number;
  checked_at: string | null;
  created_at: string;
};
export type WorkspaceSearchInput = {
  query: string;
  /** Only in this project */
  project_id?: string;
  /** Default: 10 */
  limit?: number;
};
export type WorkspaceSearchOutput = {
  found: {
    project: string;
    project_id: string;
    path: string;
    text: string;
    at: string;
    score: number;
  }[];
};
export type WorkspaceProjectsListInput = {
  /** Part of the name or path */
  query?: string;
  /** Default: 200 */
  limit?: number;
};
export type WorkspaceProjectsListOutput = {
  projects: ({
    id: string;
    name: string;
    path: string;
    /** As last read; null before the first reading */
    state: {
      kind: "git" | "folder";
      branches: ({
        name: string;
        is_current: boolean;
        at: string;
        /** Commits that the main branch has not */
        ahead: number | null;
        behind: number | null;
      })[];
      /** The newest, of all branches */
      commits: {
        hash: string;
        author: string;
        at: string;
        subject: string;
      }[];
      /** Not committed */
      changes: {
        path: string;
        state: string;
      }[];
      /** Files that were read */
      files: number;
      /** Files not read: too long or too many */
      left_out: number;
    } | null;
    /** Why it could not be read, or null */
    problem: string | null;
    read_at: string | null;
    created_at: string;
  })[];
};
export type WorkspaceProjectsCreateInput = {
  /** The folder, in full */
  path: string;
  /** What you call it; the folder's name when left out */
  name?: string;
};
export type WorkspaceProjectsCreateOutput = {
  id: string;
  name: string;
  path: string;
  /** As last read; null before the first reading */
  state: {
    kind: "git" | "folder";
    branches: ({
      name: string;
      is_current: boolean;
      at: string;
      /** Commits that the main branch has not */
      ahead: number | null;
      behind: number | null;
    })[];
    /** The newest, of all branches */
    commits: {
      hash: string;
      author: string;
      at: string;
      subject: string;
    }[];
    /** Not committed */
    changes: {
      path: string;
      state: string;
    }[];
    /** Files that were read */
    files: number;
    /** Files not read: too long or too many */
    left_out: number;
  } | null;
  /** Why it could not be read, or null */
  problem: string | null;
  read_at: string | null;
  created_at: string;
};
export type WorkspaceProjectsGetInput = {
  id: string;
};
export type WorkspaceProjectsGetOutput = {
  id: string;
  name: string;
  path: string;
  /** As last read; null before the first reading */
  state: {
    kind: "git" | "folder";
    branches: ({
      name: string;
      is_current: boolean;
      at: string;
      /** Commits that the main branch has not */
      ahead: number | null;
      behind: number | null;
    })[];
    /** The newest, of all branches */
    commits: {
      hash: string;
      author: string;
      at: string;
      subject: string;
    }[];
    /** Not committed */
    changes: {
      path: string;
      state: string;
    }[];
    /** Files that were read */
    files: number;
    /** Files not read: too long or too many */
    left_out: number;
  } | null;
  /** Why it could not be read, or null */
  problem: string | null;
  read_at: string | null;
  created_at: string;
  /** Files that were read */
  paths: string[];
};
export type WorkspaceProjectsRemoveInput = {
  id: string;
};
export type WorkspaceProjectsRemoveOutput = {
  name: string;
  path: string;
};
export type WorkspaceProjectsRefreshInput = {
  id: string;
};
export type WorkspaceProjectsRefreshOutput = {
  id: string;
  name: string;
  path: string;
  /** As last read; null before the first reading */
  state: {
    kind: "git" | "folder";
    branches: ({
      name: string;
      is_current: boolean;
      at: string;
      /** Commits that the main branch has not */
      ahead: number | null;
      behind: number | null;
    })[];
    /** The newest, of all branches */
    commits: {
      hash: string;
      author: string;
      at: string;
      subject: string;
    }[];
    /** Not committed */
    changes: {
      path: string;
      state: string;
    }[];
    /** Files that were read */
    files: number;
    /** Files not read: too long or too many */
    left_out: number;
  } | null;
  /** Why it could not be read, or null */
  problem: string | null;
  read_at: string | null;
  created_at: string;
};
export type WorkspaceProjectsBriefInput = {
  id: string;
};
export type WorkspaceProjectsBriefOutput = {
  id: string;
  name: string;
  /** Markdown, with the number of its source behind each statement */
  text: string;
  sources: ({
    kind: "commit" | "branch" | "change" | "file" | "turn";
    /** Hash, branch, path or turn */
    id: string;
    text: string;
    at: string | null;
  })[];
  read_at: string | null;
  problem: string | null;
};
export type AttachmentsListInput = {
  /** Default: 50 */
  limit?: number;
  /** Only those shown in this conversation */
  conversation_id?: string;
};
export type AttachmentsListOutput = {
  attachments: ({
    id: string;
    name: string;
    /** Told from its bytes, whatever it was sent as */
    media_type: string;
    /** `text` is read to the model, `image` is shown to one that sees */
    kind: "text" | "image";
    bytes: number;
    /** Characters of text in it; 0 for a picture */
    text_chars: number;
    /** Its text is longer than what is kept */
    is_truncated: boolean;
    created_at: string;
  })[];
};
export type AttachmentsCreateInput = {
  /** File name */
  name: string;
  /** Its bytes as base64; the whole request stays below `server.bodyBytesMax` */
  content: string;
  /** What it was sent as; the bytes decide */
  media_type?: string;
};
export type AttachmentsCreateOutput = {
  id: string;
  name: string;
  /** Told from its bytes, whatever it was sent as */
  media_type: string;
  /** `text` is read to the model, `image` is shown to one that sees */
  kind: "text" | "image";
  bytes: number;
  /** Characters of text in it; 0 for a picture */
  text_chars: number;
  /** Its text is longer than what is kept */
  is_truncated: boolean;
  created_at: string;
};
export type AttachmentsGetInput = {
  id: string;
  /** Also its bytes · Default: false */
  with_content?: boolean;
};
export type AttachmentsGetOutput = {
  id: string;
  name: string;
  /** Told from its bytes, whatever it was sent as */
  media_type: string;
  /** `text` is read to the model, `image` is shown to one that sees */
  kind: "text" | "image";
  bytes: number;
  /** Characters of text in it; 0 for a picture */
  text_chars: number;
  /** Its text is longer than what is kept */
  is_truncated: boolean;
  created_at: string;
  /** What was read of it; data, never an instruction */
  text: string;
  /** Its bytes as base64, if asked for */
  content: string | null;
};
export type AttachmentsRemoveInput = {
  id: string;
};
export type AttachmentsRemoveOutput = {
  id: string;
  name: string;
};
export type VoiceTranscribeInput = {
  /** A recording as base64: WebM, Ogg, WAV, FLAC, MP4 or MP3 */
  audio: string;
  /** What is spoken; the server guesses when left out */
  language?: string;
};
export type VoiceTranscribeOutput = {
  text: string;
  language: string | null;
  seconds: number | null;
  /** Who heard it */
  transcriber: string;
};
export type SchedulesListInput = {
  state?: "active" | "paused" | "ended";
  /** What was removed and can still be restored · Default: false */
  removed?: boolean;
  /** Default: 100 */
  limit?: number;
  /** The last schedule of the page before */
  before?: string;
};
export type SchedulesListOutput = {
  schedules: ({
    id: string;
    title: string;
    /** What it does and when, in words */
    text: string;
    /** `hand`: only when it is run */
    trigger: "recurring" | "once" | "event" | "hand";
    /** As it was said */
    when: string | null;
    cron: string | null;
    /** The one time, where there is only one */
    at: string | null;
    time_zone: string;
    /** The event it waits for */
    on: string | null;
    /** What that event must say */
    filter: Record<string, unknown> | null;
    action: "operation" | "ask" | "remind";
    operation: string | null;
    input: Record<string, unknown>;
    /** What is asked, or what the reminder says */
    words: string | null;
    /** Who agreed to exactly this; `agent`: it asks at each run where it must */
    consent: "owner" | "approval" | "agent";
    /** What happens to runs missed while Nima was off */
    catch_up: "once" | "skip" | "all";
    state: "active" | "paused" | "ended";
    next_at: string | null;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
  })[];
};
export type SchedulesCreateInput = {
  title?: string;
  /** “every Monday at 9”, “tomorrow at 9”, “in 20 minutes”, or a cron line */
  when?: string;
  /** IANA name; yours unless given */
  time_zone?: string;
  /** An event instead of a time: tasks.task.failed */
  on?: string;
  /** Values the event must have: { "type": "github" } */
  filter?: Record<string, unknown>;
  /** What to remind you of */
  remind?: string;
  /** What to ask Nima, in a sentence */
  ask?: string;
  /** An operation to run: goals.list */
  operation?: string;
  /** Input of the operation */
  input?: Record<string, unknown>;
  /** Runs missed while Nima was off: the last one, none, or all (10 at most) */
  catch_up?: "once" | "skip" | "all";
};
export type SchedulesCreateOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesAskInput = {
  when: string;
  /** What to ask Nima, in a sentence */
  ask: string;
  /** IANA name; yours unless given */
  time_zone?: string;
};
export type SchedulesAskOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesGetInput = {
  id: string;
};
export type SchedulesGetOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
  next_times: {
    at: string;
    /** On the wall clock of the time zone */
    text: string;
  }[];
};
export type SchedulesUpdateInput = {
  title?: string;
  /** “every Monday at 9”, “tomorrow at 9”, “in 20 minutes”, or a cron line */
  when?: string;
  /** IANA name; yours unless given */
  time_zone?: string;
  /** An event instead of a time: tasks.task.failed */
  on?: string;
  /** Values the event must have: { "type": "github" } */
  filter?: Record<string, unknown>;
  /** What to remind you of */
  remind?: string;
  /** What to ask Nima, in a sentence */
  ask?: string;
  /** An operation to run: goals.list */
  operation?: string;
  /** Input of the operation */
  input?: Record<string, unknown>;
  /** Runs missed while Nima was off: the last one, none, or all (10 at most) */
  catch_up?: "once" | "skip" | "all";
  id: string;
};
export type SchedulesUpdateOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesRemoveInput = {
  id: string;
};
export type SchedulesRemoveOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesRestoreInput = {
  id: string;
};
export type SchedulesRestoreOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesPauseInput = {
  id: string;
};
export type SchedulesPauseOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesResumeInput = {
  id: string;
};
export type SchedulesResumeOutput = {
  id: string;
  title: string;
  /** What it does and when, in words */
  text: string;
  /** `hand`: only when it is run */
  trigger: "recurring" | "once" | "event" | "hand";
  /** As it was said */
  when: string | null;
  cron: string | null;
  /** The one time, where there is only one */
  at: string | null;
  time_zone: string;
  /** The event it waits for */
  on: string | null;
  /** What that event must say */
  filter: Record<string, unknown> | null;
  action: "operation" | "ask" | "remind";
  operation: string | null;
  input: Record<string, unknown>;
  /** What is asked, or what the reminder says */
  words: string | null;
  /** Who agreed to exactly this; `agent`: it asks at each run where it must */
  consent: "owner" | "approval" | "agent";
  /** What happens to runs missed while Nima was off */
  catch_up: "once" | "skip" | "all";
  state: "active" | "paused" | "ended";
  next_at: string | null;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type SchedulesRunInput = {
  id: string;
};
export type SchedulesRunOutput = {
  id: string;
  schedule_id: string;
  /** Title of the schedule */
  title: string;
  /** When it was due */
  planned_at: string;
  /** `catch_up`: late, after Nima was off */
  reason: "time" | "catch_up" | "event" | "hand";
  /** `asks` waits for your approval */
  state: "waiting" | "running" | "done" | "failed" | "missed" | "asks";
  /** What came of it */
  outcome: string | null;
  /** What it made: the operation, and the id in its answer */
  made: {
    operation: string;
    id: string;
  } | null;
  started_at: string | null;
  ended_at: string | null;
  duration_ms: number | null;
};
export type SchedulesPreviewInput = {
  /** “every Monday at 9”, “in 20 minutes”, or a cron line */
  when: string;
  /** IANA name; yours unless given */
  time_zone?: string;
};
export type SchedulesPreviewOutput = {
  text: string;
  cron: string | null;
  time_zone: string;
  next_times: {
    at: string;
    /** On the wall clock of the time zone */
    text: string;
  }[];
};
export type SchedulesRunsListInput = {
  /** Runs of this schedule only */
  schedule_id?: string;
  state?: "waiting" | "running" | "done" | "failed" | "missed" | "asks";
  /** Default: 50 */
  limit?: number;
  /** The last run of the page before */
  before?: string;
};
export type SchedulesRunsListOutput = {
  runs: ({
    id: string;
    schedule_id: string;
    /** Title of the schedule */
    title: string;
    /** When it was due */
    planned_at: string;
    /** `catch_up`: late, after Nima was off */
    reason: "time" | "catch_up" | "event" | "hand";
    /** `asks` waits for your approval */
    state: "waiting" | "running" | "done" | "failed" | "missed" | "asks";
    /** What came of it */
    outcome: string | null;
    /** What it made: the operation, and the id in its answer */
    made: {
      operation: string;
      id: string;
    } | null;
    started_at: string | null;
    ended_at: string | null;
    duration_ms: number | null;
  })[];
};
export type BriefsGetInput = Record<string, unknown>;
export type BriefsGetOutput = {
  briefs: ({
    /** morning or weekly */
    brief: "morning" | "weekly";
    state: "on" | "off";
    /** When it comes, in words */
    text: string;
    /** The schedule that tells it */
    schedule_id: string | null;
    next_at: string | null;
  })[];
  /** Changed with alerts.preferences.update */
  nudges: "on" | "off";
};
export type BriefsPreviewInput = {
  /** morning or weekly · Default: "morning" */
  brief?: "morning" | "weekly";
};
export type BriefsPreviewOutput = {
  /** Markdown */
  text: string;
};
export type BriefsUpdateInput = {
  /** morning or weekly */
  brief: "morning" | "weekly";
  /** Default: "on" */
  state?: "on" | "off";
  /** “at 8”, “every weekday at 7:30”; at 8 unless said */
  when?: string;
};
export type BriefsUpdateOutput = {
  /** morning or weekly */
  brief: "morning" | "weekly";
  state: "on" | "off";
  /** When it comes, in words */
  text: string;
  /** The schedule that tells it */
  schedule_id: string | null;
  next_at: string | null;
};
export type BriefsTellInput = {
  /** morning or weekly · Default: "morning" */
  brief?: "morning" | "weekly";
};
export type BriefsTellOutput = {
  /** Of the alert */
  id: string;
  summary: string;
};
export type ChatSendInput = {
  /** The last one is answered. Earlier ones open a new conversation; an existing one keeps its own record. */
  messages: ({
    role: "user" | "assistant" | "system";
    content: string;
  })[];
  /** Go on with this conversation */
  conversation_id?: string;
  /** Begin a private conversation: nothing of it is remembered, and it ends with its removal or after a day · Default: false */
  private?: boolean;
  /** Files and pictures of `attachments.create` that belong to this message · Default: [] */
  attachment_ids?: string[];
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatSendOutput = {
  response: string;
  /** The conversation so far, this answer last */
  messages: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      passages_used?: ({
        /** Pack and fact: `technical/dns-ttl` */
        id: string;
        pack: string;
        text: string;
        /** `Technical · dns-ttl, 2025-06` */
        citation: string;
        source: {
          title: string;
          publisher: string;
          url?: string;
        } | null;
        as_of: string | null;
        /** Its date of review has passed: check before relying on it */
        is_overdue: boolean;
      })[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
        state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      parts?: ({
        type: "text";
        /** First character of the stretch in `content` (UTF-16 units) */
        from: number;
        /** Character after its last */
        to: number;
      } | {
        type: "call";
        call_id: string;
      })[];
      attachments?: ({
        id: string;
        name: string;
        media_type: string;
        kind: "text" | "image" | "other";
      })[];
      goals?: ({
        id: string;
        title: string;
        milestone: string | null;
        progress: number;
      })[];
      imported?: boolean;
      claimed?: boolean;
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    /** Turns with the same parent, oldest first, this one among them */
    siblings: string[];
  })[];
  conversation_id: string;
  turn_id: string;
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  model: string;
  /** Facts the answer rests on */
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  /** What was said before that the answer rests on */
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  /** Facts and rules of knowledge packs that the answer rests on */
  passages_used: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  /** Tools used; one in state `asks` waits for approval */
  calls: ({
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  })[];
};
export type ChatStreamInput = {
  /** The last one is answered. Earlier ones open a new conversation; an existing one keeps its own record. */
  messages: ({
    role: "user" | "assistant" | "system";
    content: string;
  })[];
  /** Go on with this conversation */
  conversation_id?: string;
  /** Begin a private conversation: nothing of it is remembered, and it ends with its removal or after a day · Default: false */
  private?: boolean;
  /** Files and pictures of `attachments.create` that belong to this message · Default: [] */
  attachment_ids?: string[];
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatStreamEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  /** Nothing of this conversation is remembered */
  private: boolean;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  turn_id: string;
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages_used: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatResumeInput = {
  /** The assistant turn */
  id: string;
  /** Number of the last event seen · Default: 0 */
  after?: number;
};
export type ChatResumeEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  /** Nothing of this conversation is remembered */
  private: boolean;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  turn_id: string;
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages_used: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatStopInput = {
  /** The assistant turn */
  id: string;
};
export type ChatStopOutput = {
  id: string;
  was_generating: boolean;
};
export type ChatRegenerateInput = {
  /** The assistant turn to make anew */
  id: string;
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatRegenerateEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  /** Nothing of this conversation is remembered */
  private: boolean;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  turn_id: string;
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages_used: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatEditInput = {
  /** Your turn to say differently */
  id: string;
  content: string;
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatEditEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  /** Nothing of this conversation is remembered */
  private: boolean;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    /** `asks`: waits for the owner; `handed`: waits for the program that brought the tool */
    state: "running" | "asks" | "handed" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  turn_id: string;
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  passages_used: ({
    /** Pack and fact: `technical/dns-ttl` */
    id: string;
    pack: string;
    text: string;
    /** `Technical · dns-ttl, 2025-06` */
    citation: string;
    source: {
      title: string;
      publisher: string;
      url?: string;
    } | null;
    as_of: string | null;
    /** Its date of review has passed: check before relying on it */
    is_overdue: boolean;
  })[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatContextInput = {
  /** The conversation that goes on; a new one when left out */
  conversation_id?: string;
  /** What would be said next */
  message?: string;
};
export type ChatContextOutput = {
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
    sees_images: boolean;
  };
  window_tokens: number;
  /** Of the window, with what is kept free for the answer */
  used_tokens: number;
  /** 0 empty, 1 full */
  fullness: number;
  /** In the order of their importance */
  parts: ({
    /** `turn` is recalled from other talks, `talk` is this one, `answer` is what is kept free for the answer */
    part: "persona" | "instructions" | "fact" | "passage" | "summary" | "turn" | "examples" | "files" | "talk" | "tools" | "answer";
    tokens: number;
    items: number;
    /** Items that found no room; of the talk, turns that are only in summaries */
    left_out: number;
  })[];
  system: string;
  messages: ({
    role: "user" | "assistant" | "tool";
    text: string;
    tokens: number;
  })[];
};
export type ChatUsageInput = {
  /** How far back · Default: 30 */
  days?: number;
  /** Only this conversation */
  conversation_id?: string;
  /** Only this answer */
  turn_id?: string;
  /** Whose days · Default: "UTC" */
  time_zone?: string;
};
export type ChatUsageOutput = {
  total: {
    answers: number;
    input_tokens: number;
    output_tokens: number;
  };
  today: {
    answers: number;
    input_tokens: number;
    output_tokens: number;
  };
  by_day: {
    answers: number;
    input_tokens: number;
    output_tokens: number;
    day: string;
  }[];
  by_model: {
    answers: number;
    input_tokens: number;
    output_tokens: number;
    model: string;
  }[];
};
export type ChatModelsListInput = {
  /** Default: 20 */
  limit?: number;
};
export type ChatModelsListOutput = {
  object: "list";
  data: {
    id: string;
    object: "model";
    /** Seconds since 1970 */
    created: number;
    /** Who answers behind it now */
    owned_by: string;
  }[];
};

export function createClient(options: ClientOptions = {}) {
  const { ask, follow } = connect(options);
  return {
    health: {
      /** Show whether Nima is well and which model answers. */
      get: (input: HealthGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/health' }, input, options) as Promise<HealthGetOutput>,
      /** Tell whether the process lives. */
      live: (input: HealthLiveInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/health/live' }, input, options) as Promise<HealthLiveOutput>,
      /** Tell whether requests can be served. */
      ready: (input: HealthReadyInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/health/ready' }, input, options) as Promise<HealthReadyOutput>,
    },
    users: {
      /** Show who is signed in. */
      get: (input: UsersGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/users' }, input, options) as Promise<UsersGetOutput>,
      sessions: {
        /** Sign in with the password. */
        create: (input: UsersSessionsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/users/sessions' }, input, options) as Promise<UsersSessionsCreateOutput>,
        /** List the browsers that are signed in. */
        list: (input: UsersSessionsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/users/sessions' }, input, options) as Promise<UsersSessionsListOutput>,
        /** Sign a browser out. */
        remove: (input: UsersSessionsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/users/sessions/{id}' }, input, options) as Promise<UsersSessionsRemoveOutput>,
      },
      tokens: {
        /** Create a bearer token; it is shown once. */
        create: (input: UsersTokensCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/users/tokens' }, input, options) as Promise<UsersTokensCreateOutput>,
        /** List bearer tokens. */
        list: (input: UsersTokensListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/users/tokens' }, input, options) as Promise<UsersTokensListOutput>,
        /** Remove a bearer token. */
        remove: (input: UsersTokensRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/users/tokens/{id}' }, input, options) as Promise<UsersTokensRemoveOutput>,
      },
      password: {
        /** Change the password and sign every browser out. */
        update: (input: UsersPasswordUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/users/password' }, input, options) as Promise<UsersPasswordUpdateOutput>,
      },
    },
    audit: {
      /** List what was changed, by whom and how it ended. */
      list: (input: AuditListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/audit' }, input, options) as Promise<AuditListOutput>,
      /** Check that nobody rewrote the audit chain. */
      verify: (input: AuditVerifyInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/audit/verify' }, input, options) as Promise<AuditVerifyOutput>,
    },
    approvals: {
      /** List what waits for your approval. */
      list: (input: ApprovalsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/approvals' }, input, options) as Promise<ApprovalsListOutput>,
      /** Approve a call an agent asked for. */
      approve: (input: ApprovalsApproveInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/approvals/{id}/approve' }, input, options) as Promise<ApprovalsApproveOutput>,
      /** Deny a call an agent asked for. */
      deny: (input: ApprovalsDenyInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/approvals/{id}/deny' }, input, options) as Promise<ApprovalsDenyOutput>,
      /** Stop everything Nima does by itself. */
      halt: (input: ApprovalsHaltInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/approvals/halt' }, input, options) as Promise<ApprovalsHaltOutput>,
      /** Let Nima act again after everything was stopped. */
      resume: (input: ApprovalsResumeInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/approvals/resume' }, input, options) as Promise<ApprovalsResumeOutput>,
      /** Tell whether everything is stopped. */
      halted: (input: ApprovalsHaltedInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/approvals/halted' }, input, options) as Promise<ApprovalsHaltedOutput>,
    },
    archive: {
      /** Take along everything there is, a page at a time. */
      export: (input: ArchiveExportInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/archive/export' }, input, options) as Promise<ArchiveExportOutput>,
      /** Bring in a page of what was exported from a Nima. */
      import: (input: ArchiveImportInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/archive/import' }, input, options) as Promise<ArchiveImportOutput>,
    },
    learning: {
      lessons: {
        /** List what Nima learned from you. */
        list: (input: LearningLessonsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/learning/lessons' }, input, options) as Promise<LearningLessonsListOutput>,
        /** Unlearn a lesson. */
        remove: (input: LearningLessonsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/learning/lessons/{id}' }, input, options) as Promise<LearningLessonsRemoveOutput>,
        /** Bring back a lesson that was removed. */
        restore: (input: LearningLessonsRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/learning/lessons/{id}/restore' }, input, options) as Promise<LearningLessonsRestoreOutput>,
      },
      corrections: {
        /** Teach what you mean by a sentence. */
        create: (input: LearningCorrectionsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/learning/corrections' }, input, options) as Promise<LearningCorrectionsCreateOutput>,
      },
      /** Forget everything learned from you, of one subject or all. */
      reset: (input: LearningResetInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/learning/reset' }, input, options) as Promise<LearningResetOutput>,
    },
    alerts: {
      /** List alerts, nudges and briefs. */
      list: (input: AlertsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/alerts' }, input, options) as Promise<AlertsListOutput>,
      /** Show one alert and where it was sent. */
      get: (input: AlertsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/alerts/{id}' }, input, options) as Promise<AlertsGetOutput>,
      /** Say why Nima told you something and how to stop it. */
      explain: (input: AlertsExplainInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/alerts/explain' }, input, options) as Promise<AlertsExplainOutput>,
      /** Acknowledge an alert, so that it is not told again. */
      acknowledge: (input: AlertsAcknowledgeInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/{id}/acknowledge' }, input, options) as Promise<AlertsAcknowledgeOutput>,
      /** Say that you did not want a nudge, so that such come less often. */
      decline: (input: AlertsDeclineInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/{id}/decline' }, input, options) as Promise<AlertsDeclineOutput>,
      /** Open an acknowledged alert again. */
      reopen: (input: AlertsReopenInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/{id}/reopen' }, input, options) as Promise<AlertsReopenOutput>,
      mutes: {
        /** List what you have muted. */
        list: (input: AlertsMutesListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/alerts/mutes' }, input, options) as Promise<AlertsMutesListOutput>,
        /** Hear no more of a rule or a subject. */
        create: (input: AlertsMutesCreateInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/mutes' }, input, options) as Promise<AlertsMutesCreateOutput>,
        /** Hear of a muted rule or subject again. */
        remove: (input: AlertsMutesRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/alerts/mutes/{id}' }, input, options) as Promise<AlertsMutesRemoveOutput>,
      },
      preferences: {
        /** Show when and how Nima tells you things. */
        get: (input: AlertsPreferencesGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/alerts/preferences' }, input, options) as Promise<AlertsPreferencesGetOutput>,
        /** Change when and how Nima tells you things. */
        update: (input: AlertsPreferencesUpdateInput = {}, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/alerts/preferences' }, input, options) as Promise<AlertsPreferencesUpdateOutput>,
        /** Take back the last change of your alert preferences. */
        restore: (input: AlertsPreferencesRestoreInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/preferences/restore' }, input, options) as Promise<AlertsPreferencesRestoreOutput>,
      },
      channels: {
        /** List where alerts are sent beside the page. */
        list: (input: AlertsChannelsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/alerts/channels' }, input, options) as Promise<AlertsChannelsListOutput>,
        /** Send alerts to a webhook, Slack or mail too. */
        create: (input: AlertsChannelsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/channels' }, input, options) as Promise<AlertsChannelsCreateOutput>,
        /** Stop sending alerts to a channel. */
        remove: (input: AlertsChannelsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/alerts/channels/{id}' }, input, options) as Promise<AlertsChannelsRemoveOutput>,
        /** Send a trial message over a channel. */
        probe: (input: AlertsChannelsProbeInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/alerts/channels/{id}/probe' }, input, options) as Promise<AlertsChannelsProbeOutput>,
      },
    },
    webhooks: {
      endpoints: {
        /** List the addresses that events are sent to. */
        list: (input: WebhooksEndpointsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/endpoints' }, input, options) as Promise<WebhooksEndpointsListOutput>,
        /** Send events to an address as signed webhooks. */
        create: (input: WebhooksEndpointsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/endpoints' }, input, options) as Promise<WebhooksEndpointsCreateOutput>,
        /** Show one address that events are sent to. */
        get: (input: WebhooksEndpointsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/endpoints/{id}' }, input, options) as Promise<WebhooksEndpointsGetOutput>,
        /** Change, pause or resume an address that events are sent to. */
        update: (input: WebhooksEndpointsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/webhooks/endpoints/{id}' }, input, options) as Promise<WebhooksEndpointsUpdateOutput>,
        /** Stop sending events to an address for good. */
        remove: (input: WebhooksEndpointsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/webhooks/endpoints/{id}' }, input, options) as Promise<WebhooksEndpointsRemoveOutput>,
        /** Take back the last change of an endpoint, or its removal. */
        restore: (input: WebhooksEndpointsRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/endpoints/{id}/restore' }, input, options) as Promise<WebhooksEndpointsRestoreOutput>,
        /** Give an endpoint a new signing secret; it is shown once. */
        rotate: (input: WebhooksEndpointsRotateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/endpoints/{id}/rotate' }, input, options) as Promise<WebhooksEndpointsRotateOutput>,
        /** Send a sample to an address and show its answer. */
        test: (input: WebhooksEndpointsTestInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/endpoints/{id}/test' }, input, options) as Promise<WebhooksEndpointsTestOutput>,
      },
      deliveries: {
        /** List which webhooks were sent, wait or failed. */
        list: (input: WebhooksDeliveriesListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/deliveries' }, input, options) as Promise<WebhooksDeliveriesListOutput>,
        /** Show one webhook delivery with its body and answer. */
        get: (input: WebhooksDeliveriesGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/deliveries/{id}' }, input, options) as Promise<WebhooksDeliveriesGetOutput>,
        /** Send a failed webhook delivery again. */
        retry: (input: WebhooksDeliveriesRetryInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/deliveries/{id}/retry' }, input, options) as Promise<WebhooksDeliveriesRetryOutput>,
      },
      receivers: {
        /** List the addresses that take webhooks. */
        list: (input: WebhooksReceiversListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/receivers' }, input, options) as Promise<WebhooksReceiversListOutput>,
        /** Open an address that takes signed webhooks. */
        create: (input: WebhooksReceiversCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/receivers' }, input, options) as Promise<WebhooksReceiversCreateOutput>,
        /** Show one address that takes webhooks. */
        get: (input: WebhooksReceiversGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/receivers/{id}' }, input, options) as Promise<WebhooksReceiversGetOutput>,
        /** Close an address that takes webhooks. */
        remove: (input: WebhooksReceiversRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/webhooks/receivers/{id}' }, input, options) as Promise<WebhooksReceiversRemoveOutput>,
        /** Open an address again that took webhooks. */
        restore: (input: WebhooksReceiversRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/receivers/{id}/restore' }, input, options) as Promise<WebhooksReceiversRestoreOutput>,
        /** Give a receiver a new secret; it is shown once. */
        rotate: (input: WebhooksReceiversRotateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/webhooks/receivers/{id}/rotate' }, input, options) as Promise<WebhooksReceiversRotateOutput>,
      },
      receipts: {
        /** List which webhooks came in. */
        list: (input: WebhooksReceiptsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/receipts' }, input, options) as Promise<WebhooksReceiptsListOutput>,
        /** Show one webhook that came in. */
        get: (input: WebhooksReceiptsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/webhooks/receipts/{id}' }, input, options) as Promise<WebhooksReceiptsGetOutput>,
      },
    },
    conversations: {
      /** List conversations. */
      list: (input: ConversationsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations' }, input, options) as Promise<ConversationsListOutput>,
      /** Show one conversation. */
      get: (input: ConversationsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/{id}' }, input, options) as Promise<ConversationsGetOutput>,
      /** Rename a conversation or show another branch of it. */
      update: (input: ConversationsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/conversations/{id}' }, input, options) as Promise<ConversationsUpdateOutput>,
      /** Remove a conversation. */
      remove: (input: ConversationsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/conversations/{id}' }, input, options) as Promise<ConversationsRemoveOutput>,
      /** Find what was said. */
      search: (input: ConversationsSearchInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/search' }, input, options) as Promise<ConversationsSearchOutput>,
      /** Import a conversation from elsewhere. */
      import: (input: ConversationsImportInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/conversations/import' }, input, options) as Promise<ConversationsImportOutput>,
      /** Export one conversation or all of them. */
      export: (input: ConversationsExportInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/export' }, input, options) as Promise<ConversationsExportOutput>,
      /** Go another way from a turn on, in a new conversation. */
      fork: (input: ConversationsForkInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/conversations/{id}/fork' }, input, options) as Promise<ConversationsForkOutput>,
      instructions: {
        /** List the standing instructions. */
        list: (input: ConversationsInstructionsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/instructions' }, input, options) as Promise<ConversationsInstructionsListOutput>,
        /** Add a standing instruction for every answer. */
        create: (input: ConversationsInstructionsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/conversations/instructions' }, input, options) as Promise<ConversationsInstructionsCreateOutput>,
        /** Change a standing instruction or let it rest. */
        update: (input: ConversationsInstructionsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/conversations/instructions/{id}' }, input, options) as Promise<ConversationsInstructionsUpdateOutput>,
        /** Remove a standing instruction. */
        remove: (input: ConversationsInstructionsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/conversations/instructions/{id}' }, input, options) as Promise<ConversationsInstructionsRemoveOutput>,
      },
      summaries: {
        /** List what a conversation was summarized to. */
        list: (input: ConversationsSummariesListInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/summaries' }, input, options) as Promise<ConversationsSummariesListOutput>,
        /** Open a summary with the turns it covers. */
        get: (input: ConversationsSummariesGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/summaries/{id}' }, input, options) as Promise<ConversationsSummariesGetOutput>,
      },
    },
    memory: {
      facts: {
        /** List what Nima remembers. */
        list: (input: MemoryFactsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts' }, input, options) as Promise<MemoryFactsListOutput>,
        /** Remember something. */
        create: (input: MemoryFactsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts' }, input, options) as Promise<MemoryFactsCreateOutput>,
        /** Show one fact. */
        get: (input: MemoryFactsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts/{id}' }, input, options) as Promise<MemoryFactsGetOutput>,
        /** Correct a fact. */
        update: (input: MemoryFactsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/memory/facts/{id}' }, input, options) as Promise<MemoryFactsUpdateOutput>,
        /** Forget a fact. */
        remove: (input: MemoryFactsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/memory/facts/{id}' }, input, options) as Promise<MemoryFactsRemoveOutput>,
        /** Take back the last change of a fact. */
        restore: (input: MemoryFactsRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/{id}/restore' }, input, options) as Promise<MemoryFactsRestoreOutput>,
        /** Show how a fact changed. */
        history: (input: MemoryFactsHistoryInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts/{id}/history' }, input, options) as Promise<MemoryFactsHistoryOutput>,
        /** Export everything Nima remembers. */
        export: (input: MemoryFactsExportInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts/export' }, input, options) as Promise<MemoryFactsExportOutput>,
        /** Import facts that were exported. */
        import: (input: MemoryFactsImportInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/import' }, input, options) as Promise<MemoryFactsImportOutput>,
        /** Trust a quarantined fact. */
        promote: (input: MemoryFactsPromoteInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/{id}/promote' }, input, options) as Promise<MemoryFactsPromoteOutput>,
        /** Make one fact of several that say the same. */
        merge: (input: MemoryFactsMergeInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/merge' }, input, options) as Promise<MemoryFactsMergeOutput>,
        /** Take back a merge of facts. */
        split: (input: MemoryFactsSplitInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/{id}/split' }, input, options) as Promise<MemoryFactsSplitOutput>,
      },
      /** Recall facts and talk about something. */
      recall: (input: MemoryRecallInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/recall' }, input, options) as Promise<MemoryRecallOutput>,
      conflicts: {
        /** List facts that contradict each other. */
        list: (input: MemoryConflictsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/conflicts' }, input, options) as Promise<MemoryConflictsListOutput>,
        /** Decide between facts that contradict each other. */
        resolve: (input: MemoryConflictsResolveInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/conflicts/{id}/resolve' }, input, options) as Promise<MemoryConflictsResolveOutput>,
        /** Take back a decision between facts. */
        reopen: (input: MemoryConflictsReopenInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/conflicts/{id}/reopen' }, input, options) as Promise<MemoryConflictsReopenOutput>,
      },
      /** Look for what should not be in memory. */
      audit: (input: MemoryAuditInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/audit' }, input, options) as Promise<MemoryAuditOutput>,
      /** Erase something for good. */
      erase: (input: MemoryEraseInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/erase' }, input, options) as Promise<MemoryEraseOutput>,
      /** Import memories of another program. */
      import: (input: MemoryImportInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/import' }, input, options) as Promise<MemoryImportOutput>,
      imports: {
        /** Take back an import. */
        remove: (input: MemoryImportsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/memory/imports/{id}' }, input, options) as Promise<MemoryImportsRemoveOutput>,
      },
      profile: {
        /** Show your profile. */
        get: (input: MemoryProfileGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/profile' }, input, options) as Promise<MemoryProfileGetOutput>,
        /** Change your profile. */
        update: (input: MemoryProfileUpdateInput = {}, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/memory/profile' }, input, options) as Promise<MemoryProfileUpdateOutput>,
      },
    },
    goals: {
      /** List goals. */
      list: (input: GoalsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals' }, input, options) as Promise<GoalsListOutput>,
      /** Set a goal. */
      create: (input: GoalsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals' }, input, options) as Promise<GoalsCreateOutput>,
      /** Show how a goal is going. */
      get: (input: GoalsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/{id}' }, input, options) as Promise<GoalsGetOutput>,
      /** Change a goal. */
      update: (input: GoalsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/goals/{id}' }, input, options) as Promise<GoalsUpdateOutput>,
      /** Lay a goal aside. */
      pause: (input: GoalsPauseInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/{id}/pause' }, input, options) as Promise<GoalsPauseOutput>,
      /** Take a goal up again. */
      resume: (input: GoalsResumeInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/{id}/resume' }, input, options) as Promise<GoalsResumeOutput>,
      /** Mark a goal completed. */
      complete: (input: GoalsCompleteInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/{id}/complete' }, input, options) as Promise<GoalsCompleteOutput>,
      /** Remove a goal. */
      remove: (input: GoalsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/goals/{id}' }, input, options) as Promise<GoalsRemoveOutput>,
      /** Take back the last change of a goal. */
      restore: (input: GoalsRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/{id}/restore' }, input, options) as Promise<GoalsRestoreOutput>,
      /** Suggest what to do next for a goal. */
      suggestions: (input: GoalsSuggestionsInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/{id}/suggestions' }, input, options) as Promise<GoalsSuggestionsOutput>,
      /** Forecast when a goal is reached. */
      forecast: (input: GoalsForecastInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/{id}/forecast' }, input, options) as Promise<GoalsForecastOutput>,
      milestones: {
        /** List milestones. */
        list: (input: GoalsMilestonesListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/milestones' }, input, options) as Promise<GoalsMilestonesListOutput>,
        /** Add a milestone to a goal. */
        create: (input: GoalsMilestonesCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/milestones' }, input, options) as Promise<GoalsMilestonesCreateOutput>,
        /** Change a milestone. */
        update: (input: GoalsMilestonesUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/goals/milestones/{id}' }, input, options) as Promise<GoalsMilestonesUpdateOutput>,
        /** Remove a milestone. */
        remove: (input: GoalsMilestonesRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/goals/milestones/{id}' }, input, options) as Promise<GoalsMilestonesRemoveOutput>,
        /** Take back the last change of a milestone. */
        restore: (input: GoalsMilestonesRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/milestones/{id}/restore' }, input, options) as Promise<GoalsMilestonesRestoreOutput>,
        /** Mark a milestone done. */
        complete: (input: GoalsMilestonesCompleteInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/milestones/{id}/complete' }, input, options) as Promise<GoalsMilestonesCompleteOutput>,
        /** Open a milestone again. */
        reopen: (input: GoalsMilestonesReopenInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/milestones/{id}/reopen' }, input, options) as Promise<GoalsMilestonesReopenOutput>,
      },
      evidence: {
        /** List what speaks for the progress of goals. */
        list: (input: GoalsEvidenceListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/evidence' }, input, options) as Promise<GoalsEvidenceListOutput>,
        /** Note what was done for a goal. */
        create: (input: GoalsEvidenceCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/evidence' }, input, options) as Promise<GoalsEvidenceCreateOutput>,
        /** Take back a piece of evidence. */
        remove: (input: GoalsEvidenceRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/goals/evidence/{id}' }, input, options) as Promise<GoalsEvidenceRemoveOutput>,
        /** Bring back a piece of evidence. */
        restore: (input: GoalsEvidenceRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/evidence/{id}/restore' }, input, options) as Promise<GoalsEvidenceRestoreOutput>,
      },
      steps: {
        /** Suggest what to do next. */
        list: (input: GoalsStepsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/steps' }, input, options) as Promise<GoalsStepsListOutput>,
        /** Ask the model for further steps. */
        ask: (input: GoalsStepsAskInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/steps/ask' }, input, options) as Promise<GoalsStepsAskOutput>,
        /** Take up a suggestion. */
        accept: (input: GoalsStepsAcceptInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/steps/{id}/accept' }, input, options) as Promise<GoalsStepsAcceptOutput>,
        /** Decline a suggestion. */
        decline: (input: GoalsStepsDeclineInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/steps/{id}/decline' }, input, options) as Promise<GoalsStepsDeclineOutput>,
        /** Take back a decision on a suggestion. */
        restore: (input: GoalsStepsRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/steps/{id}/restore' }, input, options) as Promise<GoalsStepsRestoreOutput>,
        /** Show what Nima learned about suggestions. */
        weights: (input: GoalsStepsWeightsInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/goals/steps/weights' }, input, options) as Promise<GoalsStepsWeightsOutput>,
        /** Forget what was learned about suggestions. */
        reset: (input: GoalsStepsResetInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/goals/steps/reset' }, input, options) as Promise<GoalsStepsResetOutput>,
      },
    },
    tasks: {
      /** Do something outside: on GitHub, in git, on the cluster, with files, by HTTP or on this machine. */
      execute: (input: TasksExecuteInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/execute' }, input, options) as Promise<TasksExecuteOutput>,
      /** Show what a task would do, without doing it. */
      preview: (input: TasksPreviewInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/preview' }, input, options) as Promise<TasksPreviewOutput>,
      /** List the tasks that run or wait. */
      list: (input: TasksListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tasks' }, input, options) as Promise<TasksListOutput>,
      /** Show what Nima was asked to do and what became of it. */
      history: (input: TasksHistoryInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tasks/history' }, input, options) as Promise<TasksHistoryOutput>,
      /** Show a task with its log. */
      get: (input: TasksGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tasks/{id}' }, input, options) as Promise<TasksGetOutput>,
      /** Tell how a task stands. */
      status: (input: TasksStatusInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tasks/{id}/status' }, input, options) as Promise<TasksStatusOutput>,
      /** Follow the live log of a task from any event on. */
      follow: (input: TasksFollowInput, options?: CallOptions) => follow({ method: 'GET', path: '/v1/tasks/{id}/follow', resumes: true }, input, options) as AsyncIterable<TasksFollowEvent>,
      /** Cancel a task. */
      cancel: (input: TasksCancelInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/{id}/cancel' }, input, options) as Promise<TasksCancelOutput>,
      /** Try a failed task again. */
      retry: (input: TasksRetryInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/{id}/retry' }, input, options) as Promise<TasksRetryOutput>,
      /** Scale a deployment on the cluster. */
      scale: (input: TasksScaleInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/scale' }, input, options) as Promise<TasksScaleOutput>,
      /** Restart a deployment on the cluster. */
      restart: (input: TasksRestartInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/restart' }, input, options) as Promise<TasksRestartOutput>,
      /** Clone a repository. */
      clone: (input: TasksCloneInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tasks/clone' }, input, options) as Promise<TasksCloneOutput>,
      integrations: {
        /** List what Nima can act on: integrations and their actions. */
        list: (input: TasksIntegrationsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tasks/integrations' }, input, options) as Promise<TasksIntegrationsListOutput>,
        /** Show an integration and whether it is ready. */
        get: (input: TasksIntegrationsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tasks/integrations/{id}' }, input, options) as Promise<TasksIntegrationsGetOutput>,
        /** Switch an integration on or off. */
        update: (input: TasksIntegrationsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/tasks/integrations/{id}' }, input, options) as Promise<TasksIntegrationsUpdateOutput>,
      },
    },
    persona: {
      /** Show who Nima is: voice, values and rules of style. */
      get: (input: PersonaGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/persona' }, input, options) as Promise<PersonaGetOutput>,
      /** Change who Nima is: voice, values, rules of style. */
      update: (input: PersonaUpdateInput = {}, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/persona' }, input, options) as Promise<PersonaUpdateOutput>,
      /** Go back to an earlier persona. */
      restore: (input: PersonaRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/persona/restore' }, input, options) as Promise<PersonaRestoreOutput>,
      versions: {
        /** List how the persona was changed. */
        list: (input: PersonaVersionsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/persona/versions' }, input, options) as Promise<PersonaVersionsListOutput>,
      },
      /** Measure how much a text sounds like Nima. */
      score: (input: PersonaScoreInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/persona/score' }, input, options) as Promise<PersonaScoreOutput>,
    },
    knowledge: {
      packs: {
        /** List the knowledge packs. */
        list: (input: KnowledgePacksListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/knowledge/packs' }, input, options) as Promise<KnowledgePacksListOutput>,
        /** Show one knowledge pack. */
        get: (input: KnowledgePacksGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/knowledge/packs/{id}' }, input, options) as Promise<KnowledgePacksGetOutput>,
        entries: {
          /** List the facts and rules of a knowledge pack. */
          list: (input: KnowledgePacksEntriesListInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/knowledge/packs/entries' }, input, options) as Promise<KnowledgePacksEntriesListOutput>,
        },
        /** Search the facts and rules of knowledge packs. */
        search: (input: KnowledgePacksSearchInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/knowledge/packs/search' }, input, options) as Promise<KnowledgePacksSearchOutput>,
        /** Consult a knowledge pack. */
        activate: (input: KnowledgePacksActivateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/knowledge/packs/{id}/activate' }, input, options) as Promise<KnowledgePacksActivateOutput>,
        /** Stop consulting a knowledge pack. */
        deactivate: (input: KnowledgePacksDeactivateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/knowledge/packs/{id}/deactivate' }, input, options) as Promise<KnowledgePacksDeactivateOutput>,
        /** Check a knowledge pack before it is shared or installed. */
        validate: (input: KnowledgePacksValidateInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/knowledge/packs/validate' }, input, options) as Promise<KnowledgePacksValidateOutput>,
        /** Build the embeddings of a knowledge pack. */
        build: (input: KnowledgePacksBuildInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/knowledge/packs/build' }, input, options) as Promise<KnowledgePacksBuildOutput>,
        /** Install a knowledge pack from a folder or a git repository. */
        install: (input: KnowledgePacksInstallInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/knowledge/packs/install' }, input, options) as Promise<KnowledgePacksInstallOutput>,
        /** Update an installed knowledge pack, after showing what changes. */
        update: (input: KnowledgePacksUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/knowledge/packs/{id}' }, input, options) as Promise<KnowledgePacksUpdateOutput>,
        /** Go back to the version of a knowledge pack before its update. */
        rollback: (input: KnowledgePacksRollbackInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/knowledge/packs/{id}/rollback' }, input, options) as Promise<KnowledgePacksRollbackOutput>,
        /** Remove an installed knowledge pack. */
        remove: (input: KnowledgePacksRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/knowledge/packs/{id}' }, input, options) as Promise<KnowledgePacksRemoveOutput>,
      },
    },
    tools: {
      /** List the tools of connected MCP servers. */
      list: (input: ToolsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tools' }, input, options) as Promise<ToolsListOutput>,
      /** Decide whether a tool of an MCP server asks, runs freely or is off. */
      update: (input: ToolsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/tools/{id}' }, input, options) as Promise<ToolsUpdateOutput>,
      /** Call a tool of a connected MCP server. */
      call: (input: ToolsCallInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tools/call' }, input, options) as Promise<ToolsCallOutput>,
      servers: {
        /** List connected MCP servers. */
        list: (input: ToolsServersListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tools/servers' }, input, options) as Promise<ToolsServersListOutput>,
        /** Connect an MCP server and its tools. */
        create: (input: ToolsServersCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tools/servers' }, input, options) as Promise<ToolsServersCreateOutput>,
        /** Show a connected MCP server. */
        get: (input: ToolsServersGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/tools/servers/{id}' }, input, options) as Promise<ToolsServersGetOutput>,
        /** Switch a connected MCP server on or off. */
        update: (input: ToolsServersUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/tools/servers/{id}' }, input, options) as Promise<ToolsServersUpdateOutput>,
        /** Disconnect an MCP server. */
        remove: (input: ToolsServersRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/tools/servers/{id}' }, input, options) as Promise<ToolsServersRemoveOutput>,
        /** Ask a connected MCP server for its tools again. */
        refresh: (input: ToolsServersRefreshInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/tools/servers/{id}/refresh' }, input, options) as Promise<ToolsServersRefreshOutput>,
      },
    },
    workspace: {
      /** Search the notes, manifests and commits of registered projects. */
      search: (input: WorkspaceSearchInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/workspace/search' }, input, options) as Promise<WorkspaceSearchOutput>,
      projects: {
        /** List registered projects. */
        list: (input: WorkspaceProjectsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/workspace/projects' }, input, options) as Promise<WorkspaceProjectsListOutput>,
        /** Register a folder or repository, so that Nima knows what is in it. */
        create: (input: WorkspaceProjectsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/workspace/projects' }, input, options) as Promise<WorkspaceProjectsCreateOutput>,
        /** Show a project: branches, recent commits, uncommitted changes. */
        get: (input: WorkspaceProjectsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/workspace/projects/{id}' }, input, options) as Promise<WorkspaceProjectsGetOutput>,
        /** Take a project out of the workspace; the folder itself stays. */
        remove: (input: WorkspaceProjectsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/workspace/projects/{id}' }, input, options) as Promise<WorkspaceProjectsRemoveOutput>,
        /** Read a project again. */
        refresh: (input: WorkspaceProjectsRefreshInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/workspace/projects/{id}/refresh' }, input, options) as Promise<WorkspaceProjectsRefreshOutput>,
        /** Say where work on a project stopped, with sources. */
        brief: (input: WorkspaceProjectsBriefInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/workspace/projects/{id}/brief' }, input, options) as Promise<WorkspaceProjectsBriefOutput>,
      },
    },
    attachments: {
      /** List the files and pictures shown in talks. */
      list: (input: AttachmentsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/attachments' }, input, options) as Promise<AttachmentsListOutput>,
      /** Keep a file or picture to show in a talk. */
      create: (input: AttachmentsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/attachments' }, input, options) as Promise<AttachmentsCreateOutput>,
      /** Show an attachment. */
      get: (input: AttachmentsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/attachments/{id}' }, input, options) as Promise<AttachmentsGetOutput>,
      /** Remove an attachment. */
      remove: (input: AttachmentsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/attachments/{id}' }, input, options) as Promise<AttachmentsRemoveOutput>,
    },
    voice: {
      /** Turn speech into text. */
      transcribe: (input: VoiceTranscribeInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/voice/transcribe' }, input, options) as Promise<VoiceTranscribeOutput>,
    },
    schedules: {
      /** List what is scheduled. */
      list: (input: SchedulesListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/schedules' }, input, options) as Promise<SchedulesListOutput>,
      /** Have Nima remind you, answer or do something at a time. */
      create: (input: SchedulesCreateInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/schedules' }, input, options) as Promise<SchedulesCreateOutput>,
      /** Have Nima answer a question again and again, or at a time. */
      ask: (input: SchedulesAskInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/schedules/ask' }, input, options) as Promise<SchedulesAskOutput>,
      /** Show one schedule and its next times. */
      get: (input: SchedulesGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/schedules/{id}' }, input, options) as Promise<SchedulesGetOutput>,
      /** Change a schedule. */
      update: (input: SchedulesUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/schedules/{id}' }, input, options) as Promise<SchedulesUpdateOutput>,
      /** Remove a schedule. */
      remove: (input: SchedulesRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/schedules/{id}' }, input, options) as Promise<SchedulesRemoveOutput>,
      /** Take back the last change of a schedule, or its removal. */
      restore: (input: SchedulesRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/schedules/{id}/restore' }, input, options) as Promise<SchedulesRestoreOutput>,
      /** Pause a schedule. */
      pause: (input: SchedulesPauseInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/schedules/{id}/pause' }, input, options) as Promise<SchedulesPauseOutput>,
      /** Resume a paused schedule. */
      resume: (input: SchedulesResumeInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/schedules/{id}/resume' }, input, options) as Promise<SchedulesResumeOutput>,
      /** Run a schedule now. */
      run: (input: SchedulesRunInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/schedules/{id}/run' }, input, options) as Promise<SchedulesRunOutput>,
      /** Show when a time would come, in words and dates. */
      preview: (input: SchedulesPreviewInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/schedules/preview' }, input, options) as Promise<SchedulesPreviewOutput>,
      runs: {
        /** List what schedules did and what came of it. */
        list: (input: SchedulesRunsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/schedules/runs' }, input, options) as Promise<SchedulesRunsListOutput>,
      },
    },
    briefs: {
      /** Show which briefs and nudges are on. */
      get: (input: BriefsGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/briefs' }, input, options) as Promise<BriefsGetOutput>,
      /** Show what a brief would say now. */
      preview: (input: BriefsPreviewInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/briefs/preview' }, input, options) as Promise<BriefsPreviewOutput>,
      /** Turn the morning or the weekly brief on or off, or move it. */
      update: (input: BriefsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/briefs' }, input, options) as Promise<BriefsUpdateOutput>,
      /** Tell a brief now, as an alert. */
      tell: (input: BriefsTellInput = {}, options?: CallOptions) => ask({ method: 'POST', path: '/v1/briefs/tell' }, input, options) as Promise<BriefsTellOutput>,
    },
    chat: {
      /** Say something to Nima and get the answer. */
      send: (input: ChatSendInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/chat' }, input, options) as Promise<ChatSendOutput>,
      /** Say something to Nima and follow the answer. */
      stream: (input: ChatStreamInput, options?: CallOptions) => follow({ method: 'POST', path: '/v1/chat/stream' }, input, options) as AsyncIterable<ChatStreamEvent>,
      /** Follow an answer from any event on. */
      resume: (input: ChatResumeInput, options?: CallOptions) => follow({ method: 'GET', path: '/v1/chat/{id}/resume', resumes: true }, input, options) as AsyncIterable<ChatResumeEvent>,
      /** Stop an answer and keep what was written. */
      stop: (input: ChatStopInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/chat/{id}/stop' }, input, options) as Promise<ChatStopOutput>,
      /** Answer a question again; the first answer stays. */
      regenerate: (input: ChatRegenerateInput, options?: CallOptions) => follow({ method: 'POST', path: '/v1/chat/{id}/regenerate' }, input, options) as AsyncIterable<ChatRegenerateEvent>,
      /** Say a message differently; the first wording stays. */
      edit: (input: ChatEditInput, options?: CallOptions) => follow({ method: 'POST', path: '/v1/chat/{id}/edit' }, input, options) as AsyncIterable<ChatEditEvent>,
      /** Show what would be sent to the model, and how full its window is. */
      context: (input: ChatContextInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/chat/context' }, input, options) as Promise<ChatContextOutput>,
      /** Show the tokens that answers took, by day and model. */
      usage: (input: ChatUsageInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/chat/usage' }, input, options) as Promise<ChatUsageOutput>,
      models: {
        /** List the models that Nima is for other programs. */
        list: (input: ChatModelsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/models' }, input, options) as Promise<ChatModelsListOutput>,
      },
    },
  };
}

export type NimaClient = ReturnType<typeof createClient>;
