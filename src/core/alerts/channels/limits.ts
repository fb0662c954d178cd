/** How many channels an owner may have: every alert goes to each of them. */
export const CHANNELS_MAX = 20;
