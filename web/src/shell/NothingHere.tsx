/** An address without a room behind it. */
import { Link } from 'react-router';
import { ScreenHeader } from './ScreenHeader.tsx';

export function NothingHere() {
  return (
    <div className="flex h-full flex-col">
      <ScreenHeader title={<h1 className="font-strong">Nothing here</h1>} />
      <p className="m-auto px-6 text-ink-2">
        This address leads nowhere.{' '}
        <Link to="/talk" className="text-moss underline underline-offset-4">
          Go to Talk
        </Link>
      </p>
    </div>
  );
}
