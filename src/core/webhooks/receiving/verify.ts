/** Whether a message is from whom its receiver was made for: by Standard Webhooks, within five minutes, or by GitHub's signature. */
import { Failure } from '../../../kernel/errors.ts';
import { isSigned, isSignedByGithub } from '../../../kernel/standard-webhooks.ts';
import { TOLERANCE_MS } from '../limits.ts';

export interface Arrival {
  /** The last part of the address it came to. */
  readonly receiverId: string;
  readonly header: (name: string) => string | undefined;
  /** As it was sent, to the letter: that is what is signed. */
  readonly body: string;
}

/** What is known of a message once its signature holds. */
export interface Verified {
  /** Tells a repeat; covered by the signature. */
  readonly messageId: string;
  /** What GitHub says happened; other senders say it in the body. */
  readonly type: string | null;
}

interface Trusted {
  readonly secrets: readonly string[];
  readonly now: number;
}

const MESSAGE_ID_CHARS_MAX = 256;

const refused = (code: string, text: string): Failure => new Failure('unauthenticated', text, { code });
const wrong = (header: string): Failure =>
  refused('hook_signature_wrong', `The signature in ${header} does not fit the body and the secret of this address.`);

async function anyFits(secrets: readonly string[], fits: (secret: string) => Promise<boolean>): Promise<boolean> {
  for (const secret of secrets) if (await fits(secret)) return true;
  return false;
}

export async function verifyStandard({ header, body }: Arrival, { secrets, now }: Trusted): Promise<Verified> {
  const [id, stamp, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(header);
  if (!id || !stamp || !given || id.length > MESSAGE_ID_CHARS_MAX) {
    const text =
      'Sign the message by Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature are needed.';
    throw refused('hook_unsigned', text);
  }
  const timestamp = /^\d{1,12}$/.test(stamp) ? Number(stamp) : Number.NaN;
  // A text that is no number is no time either.
  if (!(Math.abs(now - timestamp * 1000) <= TOLERANCE_MS)) {
    const text = 'The webhook-timestamp is more than five minutes off. Sign anew, and check the clocks.';
    throw refused('hook_too_old', text);
  }
  const message = { id, timestamp: stamp, payload: body };
  if (!(await anyFits(secrets, (secret) => isSigned(secret, message, given)))) throw wrong('webhook-signature');
  return { messageId: id, type: null };
}

/** GitHub signs the body alone, so a repeat is known by its signature: the same body is the same message. */
export async function verifyGithub({ header, body }: Arrival, { secrets }: Trusted): Promise<Verified> {
  const given = header('x-hub-signature-256');
  if (!given) {
    const text = 'There is no X-Hub-Signature-256. Give the webhook at GitHub the secret of this address.';
    throw refused('hook_unsigned', text);
  }
  if (!(await anyFits(secrets, (secret) => isSignedByGithub(secret, body, given)))) throw wrong('X-Hub-Signature-256');
  return { messageId: given.toLowerCase(), type: header('x-github-event') ?? null };
}
