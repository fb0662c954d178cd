/** What a model can take: how much, and whether it sees. From the settings, from the server, or from what its name says. */
import type { ModelChoice } from '../../kernel/ports.ts';
import type { Settings } from '../settings/schema.ts';
import type { Candidate, Chosen } from './candidate.ts';

/** The smallest window common today; what a server cuts off silently is worse than what Nima leaves out knowingly. */
const UNKNOWN_TOKENS = 8192;
/** Every message is paid for with everything sent along, so a large window is used only when the settings say so. */
const UNASKED_TOKENS_MAX = 32_768;
/** All current Claude models. */
const ANTHROPIC_TOKENS = 200_000;
/** Families that take pictures, as their makers name them. A wrong guess is corrected by `model.seesImages`. */
const SEEING =
  /gpt-4o|gpt-4\.|gpt-5|o[34]\b|vision|llava|bakllava|moondream|pixtral|minicpm-v|internvl|gemini|gemma-?3|gemma-?4|claude|-vl\b|[0-9]vl\b|mistral-small3|llama-?4/i;

function knownTokens(candidate: Candidate): number {
  if (candidate.kind === 'anthropic') return ANTHROPIC_TOKENS;
  return (candidate.kind === 'openai-compatible' ? candidate.contextTokens : undefined) ?? UNKNOWN_TOKENS;
}

function sees(candidate: Candidate, { seesImages }: Settings['model']): boolean {
  if (candidate.kind === 'offline') return false;
  if (seesImages !== 'auto') return seesImages === 'yes';
  return candidate.kind === 'anthropic' || SEEING.test(candidate.name);
}

export function withAbilities({ candidate, choice }: Chosen, settings: Settings['model']): ModelChoice {
  const contextTokens = settings.contextTokens ?? Math.min(knownTokens(candidate), UNASKED_TOKENS_MAX);
  return { ...choice, contextTokens, seesImages: sees(candidate, settings) };
}
