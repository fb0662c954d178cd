/** The door: one field, where the password was shown, and how to get a new one. */
import { type FormEvent, useState } from 'react';
import { NimaError } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Circle } from '../../parts/Circle.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

const UNREACHABLE = 'Nima cannot be reached. Check that it runs, then try again.';

function useSignIn() {
  const { api, queries } = useNima();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const signIn = async (password: string) => {
    setBusy(true);
    setProblem('');
    try {
      await api.users.sessions.create({ password });
      await queries.invalidateQueries({ queryKey: keys.me });
    } catch (error) {
      setProblem(error instanceof NimaError ? error.message.replaceAll('`', '') : UNREACHABLE);
    } finally {
      setBusy(false);
    }
  };
  return { signIn, problem, isBusy };
}

export function SignIn() {
  const { signIn, problem, isBusy } = useSignIn();
  const [password, setPassword] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (password) signIn(password);
  };
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-6 py-10">
      <form onSubmit={onSubmit} className="flex w-full max-w-80 flex-col">
        <span className="mb-7 self-center">
          <Circle size={64} stroke={1.5} />
        </span>
        <h1 className="mb-7 text-center text-large font-strong">Nima</h1>
        <label htmlFor="password" className="mb-1.5 text-small text-ink-2">
          Password
        </label>
        <input
          id="password"
          type="password"
          autoComplete="current-password"
          // biome-ignore lint/a11y/noAutofocus: the one field of this page.
          autoFocus
          required
          maxLength={200}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          aria-invalid={problem !== ''}
          aria-describedby="password-help password-problem"
          className="field h-11"
        />
        <p id="password-problem" role="alert" className="min-h-8 pt-1.5 text-small text-clay">
          {problem}
        </p>
        <Button look="go" type="submit" disabled={isBusy} className="h-11">
          Sign in
        </Button>
        <p id="password-help" className="mt-7 text-small text-ink-2">
          The password was shown in the terminal when Nima first started. To make a new one, run there:
          <code className="mt-2 block rounded-small bg-sunken px-3 py-2 font-mono">nima users password reset</code>
        </p>
      </form>
    </main>
  );
}
