/** An alert: its schema, its limits, and which of two is worse. Pure. */
import { z } from 'zod';

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** `alert` speaks of a thing that is wrong, `nudge` is advice nobody has to take, `brief` is a summary asked for. */
export const KINDS = ['alert', 'nudge', 'brief'] as const;
export const STATES = ['open', 'acknowledged', 'resolved'] as const;
export const TELLINGS = ['waiting', 'told', 'muted', 'over_limit', 'unwanted'] as const;

/** A brief of a full week is a few thousand characters; more is a page. */
export const TEXT_CHARS_MAX = 8000;
/** One sentence with a name in it. */
const REASON_CHARS_MAX = 500;

export const isWorse = (a: Severity, b: Severity): boolean => SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b);

export const newAlertSchema = z.object({
  rule: z.string().min(1).max(100).describe('What watches: goals.deadline'),
  subject: z.string().min(1).max(300).describe('What it is about, as the owner calls it'),
  severity: z.enum(SEVERITIES),
  text: z.string().min(1).max(TEXT_CHARS_MAX).describe('What happened, in Markdown'),
  because: z.string().min(1).max(REASON_CHARS_MAX).describe('Why it is told, in one sentence'),
  stop: z.string().min(1).max(REASON_CHARS_MAX).describe('How to hear no more of it, in one sentence'),
  link: z.string().max(500).nullable().default(null).describe('Where it is in the page: /goals/…'),
  /** Alerts of one key are one alert until it is resolved. */
  key: z.string().min(1).max(300),
  kind: z.enum(KINDS).default('alert'),
  /** The owner asked to be told at this very time: quiet hours do not hold it back. */
  isPunctual: z.boolean().default(false),
});
export type NewAlert = z.input<typeof newAlertSchema>;

export const alertSchema = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  rule: z.string().describe('What watches: goals.deadline'),
  subject: z.string(),
  severity: z.enum(SEVERITIES),
  text: z.string().describe('What happened, in Markdown'),
  because: z.string().describe('Why it is told'),
  stop: z.string().describe('How to hear no more of it'),
  link: z.string().nullable().describe('Where it is in the page'),
  state: z.enum(STATES),
  count: z.int().describe('How often it happened'),
  telling: z.enum(TELLINGS).describe('Whether it was told, waits for the end of quiet hours, or was held back'),
  tell_at: z.iso.datetime().describe('When it is, or was, to be told'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Alert = z.output<typeof alertSchema>;

export const alertErrors = {
  alert_unknown: {
    kind: 'not_found',
    text: () => 'There is no such alert. `nima alerts list` shows what there is.',
  },
} as const;
