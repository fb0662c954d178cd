/**
 * `POST /hooks/<id>`: where others tell Nima things. No token and no cookie count here, only the signature, so neither
 * Host nor Origin is asked for. Reads the body as it was sent and hands it over; a failure is thrown for the REST face.
 */
import { Failure } from '../../kernel/errors.ts';

export interface Arrival {
  readonly receiverId: string;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

export interface Accepted {
  readonly id: string;
  readonly isKnown: boolean;
}

export type HooksHandler = (request: Request) => Promise<Response>;

/** Messages of the field are a few KiB; GitHub's longest pushes stay below. */
export const HOOK_BYTES_MAX = 262_144;

async function readBody({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > HOOK_BYTES_MAX) {
      const text = `A webhook may have ${HOOK_BYTES_MAX} bytes; this one has more.`;
      throw new Failure('limit', text, { code: 'body_too_long', details: { bytes_max: HOOK_BYTES_MAX } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `receive` checks and keeps the message; it throws a Failure for what is not taken. */
export function createHooks(receive: (arrival: Arrival) => Promise<Accepted>): HooksHandler {
  return async (request) => {
    const receiverId = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const header = (name: string) => request.headers.get(name) ?? undefined;
    const { id, isKnown } = await receive({ receiverId, header, body: await readBody(request) });
    const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
    return Response.json({ id, status: isKnown ? 'known' : 'accepted' }, { status: isKnown ? 200 : 202, headers });
  };
}
