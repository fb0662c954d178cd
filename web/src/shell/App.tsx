/** The page as a whole: sign-in, or the rail with the room that is open. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { NimaError } from '../api/nima.ts';
import { Boundary } from '../parts/Boundary.tsx';
import { Circle } from '../parts/Circle.tsx';
import { ToastBar } from '../parts/ToastBar.tsx';
import { SignIn } from '../screens/sign-in/SignIn.tsx';
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';
import { ROOMS } from './rooms.tsx';

const Frame = lazy(() => import('./Frame.tsx').then(({ Frame: component }) => ({ default: component })));
const NothingHere = lazy(() =>
  import('./NothingHere.tsx').then(({ NothingHere: component }) => ({ default: component })),
);

/** Nothing moves while the page waits: the sign stands where the page will be. */
function Waiting({ text }: { text?: string }) {
  return (
    <div role="status" className="flex h-dvh flex-col items-center justify-center gap-4 text-ink-3">
      <Circle size={40} stroke={1.6} />
      <span className={text ? '' : 'sr-only'}>{text ?? 'Opening'}</span>
    </div>
  );
}

export function App() {
  const { api, toasts } = useNima();
  const me = useQuery({
    queryKey: keys.me,
    queryFn: () =>
      api.users.get({}).catch((error: unknown) => {
        if (error instanceof NimaError && error.kind === 'unauthenticated') return null;
        throw error;
      }),
    staleTime: 60_000,
    retry: true,
    retryDelay: 2000,
  });
  if (me.data === undefined) {
    return <Waiting {...(me.failureCount > 0 ? { text: 'Nima cannot be reached. Trying again.' } : {})} />;
  }
  if (me.data === null) return <SignIn />;
  return (
    <Boundary>
      <Suspense fallback={<Waiting />}>
        <Frame user={me.data}>
          <Boundary>
            <Suspense fallback={<Waiting />}>
              <Routes>
                <Route index element={<Navigate to="/talk" replace />} />
                {ROOMS.map(({ to, rest = '', Screen }) => (
                  <Route key={to} path={`${to}${rest}`} element={<Screen />} />
                ))}
                <Route path="*" element={<NothingHere />} />
              </Routes>
            </Suspense>
          </Boundary>
        </Frame>
        <ToastBar toasts={toasts} />
      </Suspense>
    </Boundary>
  );
}
