/** The JSON body of a request, never more of it than allowed. */
import { Failure } from '../../kernel/errors.ts';
import type { Headers } from '../../platform/auth/guard.ts';

function tooLong(bytesMax: number): Failure {
  const text = `The body is longer than ${bytesMax} bytes. Send less, or raise NIMA_SERVER_BODY_BYTES_MAX.`;
  return new Failure('limit', text, { code: 'body_too_long', details: { bytes_max: bytesMax } });
}

/** Counts while reading, for a body that does not say its length. */
async function readCounted(request: Request, bytesMax: number): Promise<string> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw tooLong(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readText(request: Request, headers: Headers, bytesMax: number): Promise<string> {
  const length = headers('content-length');
  if (length === undefined) return readCounted(request, bytesMax);
  if (Number(length) > bytesMax) throw tooLong(bytesMax);
  return request.text();
}

/** An empty body counts as `{}`; anything but a JSON object is refused in words. */
export async function readBody(request: Request, headers: Headers, bytesMax: number): Promise<Record<string, unknown>> {
  const text = await readText(request, headers, bytesMax);
  if (text.trim() === '') return {};
  if (!/^application\/([\w.-]+\+)?json\b/i.test(headers('content-type') ?? '')) {
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
