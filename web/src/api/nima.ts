/** What the page knows of Nima: the generated client's values under the names the screens use. */
import type { createClient } from './client.ts';

export { createClient, NimaError } from './client.ts';

export type Api = ReturnType<typeof createClient>;
type Answer<F extends (...args: never[]) => unknown> = Awaited<ReturnType<F>>;

export type AnswerEvents = ReturnType<Api['chat']['resume']>;
export type AnswerEvent = AnswerEvents extends AsyncIterable<infer E> ? E : never;
export type Conversation = Answer<Api['conversations']['update']>;
export type ConversationWithMessages = Answer<Api['conversations']['get']>;
export type Turn = ConversationWithMessages['messages'][number];
export type Call = NonNullable<Turn['metadata']['calls']>[number];
export type Effect = Call['effect'];
export type UsedFact = NonNullable<Turn['metadata']['facts_used']>[number];
export type UsedTurn = NonNullable<Turn['metadata']['turns_used']>[number];
export type UsedPassage = NonNullable<Turn['metadata']['passages_used']>[number];
export type ServedGoal = NonNullable<Turn['metadata']['goals']>[number];
export type TurnPart = NonNullable<Turn['metadata']['parts']>[number];
export type Attached = NonNullable<Turn['metadata']['attachments']>[number];
export type Attachment = Answer<Api['attachments']['create']>;
export type Instruction = Answer<Api['conversations']['instructions']['update']>;
export type Summary = Answer<Api['conversations']['summaries']['list']>['summaries'][number];
export type ChatContext = Answer<Api['chat']['context']>;
export type Usage = Answer<Api['chat']['usage']>;
export type Fact = Answer<Api['memory']['facts']['get']>;
export type FactVersion = Answer<Api['memory']['facts']['history']>['versions'][number];
export type Conflict = Answer<Api['memory']['conflicts']['list']>['conflicts'][number];
export type Finding = Answer<Api['memory']['audit']>['findings'][number];
export type ImportLook = Answer<Api['memory']['import']>;
export type Persona = Answer<Api['persona']['get']>;
export type PersonaVersion = Answer<Api['persona']['versions']['list']>['versions'][number];
export type Profile = Answer<Api['memory']['profile']['get']>;
export type Goal = Answer<Api['goals']['get']>;
export type Milestone = Goal['milestones'][number];
export type Step = Goal['suggested_actions'][number];
export type Evidence = Goal['progress_because'][number];
export type Forecast = Answer<Api['goals']['forecast']>;
export type Schedule = Answer<Api['schedules']['list']>['schedules'][number];
export type ScheduleRun = Answer<Api['schedules']['run']>;
export type Task = Answer<Api['tasks']['list']>['tasks'][number];
export type TaskEvents = ReturnType<Api['tasks']['follow']>;
export type TaskEvent = TaskEvents extends AsyncIterable<infer E> ? E : never;
export type Integration = Answer<Api['tasks']['integrations']['list']>['integrations'][number];
export type Pack = Answer<Api['knowledge']['packs']['list']>['packs'][number];
export type PackInFull = Answer<Api['knowledge']['packs']['get']>;
export type PackEntry = Answer<Api['knowledge']['packs']['entries']['list']>['entries'][number];
export type PackUpdate = Answer<Api['knowledge']['packs']['update']>;
export type PackCheck = Answer<Api['knowledge']['packs']['validate']>;
export type ToolServer = Answer<Api['tools']['servers']['get']>;
export type Tool = Answer<Api['tools']['update']>;
export type WebhookEndpoint = Answer<Api['webhooks']['endpoints']['get']>;
export type WebhookDelivery = Answer<Api['webhooks']['deliveries']['list']>['deliveries'][number];
export type WebhookReceiver = Answer<Api['webhooks']['receivers']['get']>;
export type Project = Answer<Api['workspace']['projects']['list']>['projects'][number];
export type ProjectBrief = Answer<Api['workspace']['projects']['brief']>;
export type Approval = Answer<Api['approvals']['list']>['approvals'][number];
export type Lesson = Answer<Api['learning']['lessons']['list']>['lessons'][number];
export type Alert = Answer<Api['alerts']['list']>['alerts'][number];
export type AlertPreferences = Answer<Api['alerts']['preferences']['get']>;
export type Brief = Answer<Api['briefs']['get']>['briefs'][number];
export type User = Answer<Api['users']['get']>;
export type Model = Answer<Api['health']['get']>['model'];

type Operation = (input: object) => Promise<unknown>;

/** An operation by its dotted name, as records of the past carry it: `memory.facts.remove`. */
export function operationOf(api: Api, name: string): Operation | null {
  const found = name.split('.').reduce<unknown>((at, word) => (at as Record<string, unknown> | undefined)?.[word], api);
  return typeof found === 'function' ? (found as Operation) : null;
}
