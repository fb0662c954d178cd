/** The door of the users module: what composition needs to know people. */
export { authenticate, createOwner, ensureLocalToken, ownerActor } from './owner.ts';
