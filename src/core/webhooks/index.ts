/** The door of webhooks: taking a message in, for the face that listens. */
export { type Accepted, receiveHook } from './receiving/receive.ts';
export type { Arrival } from './receiving/verify.ts';
