/** Counts a long message, and says what to do with one that is too long. */
import { joinClasses } from '../../parts/join-classes.ts';

/** As Nima keeps it: `chat.stream` refuses longer messages. */
export const MESSAGE_CHARS_MAX = 32_000;
const COUNTED_FROM = 28_000;

export function MessageLength({ length }: { length: number }) {
  const isTooLong = length > MESSAGE_CHARS_MAX;
  const count = `${length.toLocaleString('en')} of ${MESSAGE_CHARS_MAX.toLocaleString('en')}`;
  return (
    <span
      role="status"
      className={joinClasses(
        'self-center text-small',
        isTooLong ? 'text-clay' : 'text-ink-3',
        length < COUNTED_FROM && 'sr-only',
      )}
    >
      {length < COUNTED_FROM ? '' : isTooLong ? `${count}. Send it in parts.` : count}
    </span>
  );
}
