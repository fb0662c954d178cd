/** The JSON body of a request, never more of it than allowed. */
import { Failure } from '../../kernel/errors.ts';
import type { Exchange } from './exchange.ts';

/** Keeps no state: it decodes whole bodies. */
const UTF8 = new TextDecoder();

function tooLong(bytesMax: number): Failure {
  const text = `The body is longer than ${bytesMax} bytes. Send less, or raise NIMA_SERVER_BODY_BYTES_MAX.`;
  return new Failure('limit', text, { code: 'body_too_long', details: { bytes_max: bytesMax } });
}

/** Believes a length that is too long, and counts whatever it says: some say none. */
async function readText({ headers, body }: Exchange, bytesMax: number): Promise<string> {
  if (Number(headers('content-length')) > bytesMax) throw tooLong(bytesMax);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw tooLong(bytesMax);
    chunks.push(chunk);
  }
  return UTF8.decode(Buffer.concat(chunks));
}

/** An empty body counts as `{}`; anything but a JSON object is refused in words. */
export async function readBody(exchange: Exchange, bytesMax: number): Promise<Record<string, unknown>> {
  const text = await readText(exchange, bytesMax);
  if (text.trim() === '') return {};
  if (!/^application\/([\w.-]+\+)?json\b/i.test(exchange.headers('content-type') ?? '')) {
    throw new Failure('invalid', 'Send JSON with Content-Type: application/json.', { code: 'content_type_unknown' });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Failure('invalid', `The body is not JSON: ${(cause as Error).message}`, {
      code: 'json_malformed',
      cause,
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Failure('invalid', 'The body must be a JSON object, such as {}.', { code: 'json_not_object' });
}
