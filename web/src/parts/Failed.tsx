/** What was asked for did not come: why, and the way on. */
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

export function Failed({ text, error, onRetry }: { text: string; error: Error; onRetry: () => void }) {
  return (
    <Notice action={<Button onClick={onRetry}>Try again</Button>}>
      {text} {error.message.replaceAll('`', '')}
    </Notice>
  );
}
