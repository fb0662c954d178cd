/** The door of alerts: raising and resolving them, and how the owner wants to be told things. */
export { type Alert, type NewAlert, SEVERITIES } from './alert.ts';
export { listAlerts } from './list.ts';
export { clockTimeSchema, minutesOf } from './preferences/clock-time.ts';
export { type Preferences, preferencesOf, timeZoneSchema } from './preferences/preferences.ts';
export { nextQuietEnd, startOfDay } from './quiet.ts';
export { raiseAlert, resolveAlert } from './raise.ts';
