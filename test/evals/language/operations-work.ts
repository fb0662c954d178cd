/** Plausible operations for work and machines (goals, tasks, schedules, stations, tokens, audit, health); none of them runs. */
import { z } from 'zod';
import { anOperation } from './an-operation.ts';

const id = z.uuid();
const limit = z.number().int().default(20);
const GOAL = '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a';
const TASK = '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

export const WORK_OPERATIONS = [
  anOperation({
    name: 'goals.create',
    summary: 'Creates a goal, with a due date if given.',
    effect: 'write',
    input: z.object({ title: z.string(), dueOn: z.iso.date().optional() }),
    examples: [
      { say: 'create a goal to migrate off Jenkins', input: { title: 'migrate off Jenkins' } },
      {
        say: 'new goal: cut the build time in half by 2026-06-30',
        input: { title: 'cut the build time in half', dueOn: '2026-06-30' },
      },
      { say: 'add the goal learn Rust', input: { title: 'learn Rust' } },
    ],
  }),
  anOperation({
    name: 'goals.list',
    summary: 'Lists goals.',
    effect: 'read',
    input: z.object({ status: z.enum(['open', 'done', 'dropped']).optional() }),
    examples: [
      { say: 'list my goals', input: {} },
      { say: 'show open goals', input: { status: 'open' } },
      { say: 'which goals are done', input: { status: 'done' } },
    ],
  }),
  anOperation({
    name: 'goals.update',
    summary: 'Sets the progress of a goal in percent.',
    effect: 'write',
    input: z.object({ id, progress: z.number().min(0).max(100) }),
    examples: [
      { say: `set progress of goal ${GOAL} to 40 percent`, input: { id: GOAL, progress: 40 } },
      { say: `goal ${GOAL} is at 75%`, input: { id: GOAL, progress: 75 } },
    ],
  }),
  anOperation({
    name: 'goals.complete',
    summary: 'Marks a goal as done.',
    effect: 'write',
    input: z.object({ id }),
    examples: [
      { say: `mark goal ${GOAL} as done`, input: { id: GOAL } },
      { say: `complete goal ${GOAL}`, input: { id: GOAL } },
    ],
  }),
  anOperation({
    name: 'goals.suggestions',
    summary: 'Suggests next steps for a goal.',
    effect: 'read',
    input: z.object({ id }),
    examples: [
      { say: `suggest next steps for goal ${GOAL}`, input: { id: GOAL } },
      { say: `what should I do next for goal ${GOAL}`, input: { id: GOAL } },
    ],
  }),
  anOperation({
    name: 'tasks.execute',
    summary: 'Runs a task in the background.',
    effect: 'spend',
    input: z.object({ instruction: z.string() }),
    examples: [
      { say: 'run a task to update all dependencies', input: { instruction: 'update all dependencies' } },
      { say: 'execute task: clean the docker cache', input: { instruction: 'clean the docker cache' } },
      {
        say: 'start a background task that rebuilds the search index',
        input: { instruction: 'rebuilds the search index' },
      },
    ],
  }),
  anOperation({
    name: 'tasks.status',
    summary: 'Says how far a task is.',
    effect: 'read',
    input: z.object({ id }),
    examples: [
      { say: `status of task ${TASK}`, input: { id: TASK } },
      { say: `how far is task ${TASK}`, input: { id: TASK } },
    ],
  }),
  anOperation({
    name: 'tasks.history',
    summary: 'Lists the tasks that ran before.',
    effect: 'read',
    input: z.object({ limit }),
    examples: [
      { say: 'show task history', input: {} },
      { say: 'list the last 5 tasks', input: { limit: 5 } },
      { say: 'which tasks ran', input: {} },
    ],
  }),
  anOperation({
    name: 'tasks.cancel',
    summary: 'Cancels a running task.',
    effect: 'write',
    input: z.object({ id }),
    examples: [
      { say: `cancel task ${TASK}`, input: { id: TASK } },
      { say: `stop the task ${TASK}`, input: { id: TASK } },
    ],
  }),
  anOperation({
    name: 'schedules.create',
    summary: 'Reminds you once at a time, or again and again.',
    effect: 'write',
    input: z.object({ text: z.string(), runAt: z.iso.datetime().optional(), cron: z.string().optional() }),
    examples: [
      { say: 'remind me tomorrow at 9 to call Ana', input: { text: 'call Ana', runAt: '2026-03-05T09:00:00.000Z' } },
      { say: 'remind me to stretch in two hours', input: { text: 'stretch', runAt: '2026-03-04T12:00:00.000Z' } },
      {
        say: 'remind me every monday at 9 to write the report',
        input: { text: 'write the report', cron: '0 9 * * 1' },
      },
    ],
  }),
  anOperation({
    name: 'schedules.list',
    summary: 'Lists reminders and schedules.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'list my reminders', input: {} },
      { say: 'show all schedules', input: {} },
    ],
  }),
  anOperation({
    name: 'schedules.remove',
    summary: 'Removes a schedule.',
    effect: 'destroy',
    input: z.object({ id }),
    examples: [
      { say: `delete schedule ${TASK}`, input: { id: TASK } },
      { say: `cancel reminder ${TASK}`, input: { id: TASK } },
      { say: 'cancel the reminder about the dentist', input: { id: TASK }, refers: { id: 'the dentist' } },
    ],
  }),
  anOperation({
    name: 'stations.deploy',
    summary: 'Deploys a station.',
    effect: 'spend',
    input: z.object({ name: z.string(), size: z.enum(['small', 'medium', 'large']).default('small') }),
    examples: [
      { say: 'deploy a station called lab', input: { name: 'lab' } },
      { say: 'deploy a large station named gpu-box', input: { name: 'gpu-box', size: 'large' } },
    ],
  }),
  anOperation({
    name: 'stations.scale',
    summary: 'Changes how many replicas a station has.',
    effect: 'spend',
    input: z.object({ name: z.string(), replicas: z.number().int() }),
    examples: [
      { say: 'scale station lab to 3 replicas', input: { name: 'lab', replicas: 3 } },
      { say: 'scale web up to 5', input: { name: 'web', replicas: 5 } },
    ],
  }),
  anOperation({
    name: 'stations.pause',
    summary: 'Pauses a station, for a while if said.',
    effect: 'write',
    input: z.object({ name: z.string(), duration: z.iso.duration().optional() }),
    examples: [
      { say: 'pause station lab', input: { name: 'lab' } },
      { say: 'pause station lab for 2 hours', input: { name: 'lab', duration: 'PT2H' } },
    ],
  }),
  anOperation({
    name: 'stations.list',
    summary: 'Lists stations.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'list stations', input: {} },
      { say: 'which stations are running', input: {} },
    ],
  }),
  anOperation({
    name: 'code.review',
    summary: 'Reviews a file or folder.',
    effect: 'read',
    input: z.object({ path: z.string(), strict: z.boolean().optional() }),
    examples: [
      { say: 'review src/app/server.ts', input: { path: 'src/app/server.ts' } },
      { say: 'review the code in src/kernel strictly', input: { path: 'src/kernel', strict: true } },
    ],
  }),
  anOperation({
    name: 'users.tokens.create',
    summary: 'Creates an API token.',
    effect: 'write',
    input: z.object({ name: z.string(), expiresInDays: z.number().int().default(90) }),
    examples: [
      { say: 'create a token for ci', input: { name: 'ci' } },
      { say: 'create a token called laptop that expires in 30 days', input: { name: 'laptop', expiresInDays: 30 } },
    ],
  }),
  anOperation({
    name: 'users.tokens.list',
    summary: 'Lists API tokens.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'list my tokens', input: {} },
      { say: 'show api tokens', input: {} },
    ],
  }),
  anOperation({
    name: 'audit.list',
    summary: 'Shows the audit log.',
    effect: 'read',
    input: z.object({ since: z.iso.date().optional(), limit }),
    examples: [
      { say: 'show the audit log', input: {} },
      { say: 'show the last 50 audit entries', input: { limit: 50 } },
      { say: 'what happened since monday in the audit log', input: { since: '2026-03-02' } },
    ],
  }),
  anOperation({
    name: 'audit.verify',
    summary: 'Verifies the audit chain.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'verify the audit chain', input: {} },
      { say: 'check that the audit log is intact', input: {} },
    ],
  }),
  anOperation({
    name: 'health.get',
    summary: 'Says whether Nima is well.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'show health', input: {} },
      { say: 'health check', input: {} },
      { say: 'is everything running', input: {} },
    ],
  }),
];
