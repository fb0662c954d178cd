/** Tells a statement ("my cat is called Miso") from a request nobody understood ("write a poem"), and both from trouble. */
const SUBJECT =
  /^(?:(?:actually|also|btw|by the way|fyi|well|ok|okay|so|and|but|yes|no|from now on|today|yesterday|tomorrow|note|right now|currently),?\s+)*(?:i|i'm|i've|i'd|i'll|my|we|we're|we've|our|the|it|it's|this|that|that's|these|those|there|he|she|they|he's|she's|they're|his|her|their|a|an|both|most|all)\b/i;
/** A name and its verb: "Marta reviews all migrations". */
const NAMED =
  /^\p{Lu}[\p{L}\p{N}.-]*(?:(?:\s+(?:and|of|the|in))?\s+[\p{L}\p{N}.-]+){0,4}?\s+(?:is|are|was|were|has|have|had|can|will|does|did|[\p{Ll}]{2,}s)\b/u;
const TROUBLE =
  /\b(?:error|errors|exception|fails?|failed|failing|broken|crash(?:es|ed|ing)?|crashloop\w*|out of memory|oom|timeouts?|timed out|stuck|not working|doesn't work|won't (?:start|build|run)|too slow|hangs?|hanging|down again|is down)\b/i;

const CALL_ME = /^(?:please |just )?(?:call|people call) me\b/i;

export const isStatement = (said: string): boolean => {
  const line = said.trim().replace(/[’]/g, "'");
  return SUBJECT.test(line) || NAMED.test(line) || CALL_ME.test(line);
};

/** A problem put as a statement waits for help; "Noted." would sound as if nobody listened. */
export const isTrouble = (said: string): boolean => isStatement(said) && TROUBLE.test(said);
