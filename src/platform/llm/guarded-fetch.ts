/**
 * The fetch handed to model vendors: it stays with the host it was given. A redirect would carry the prompt, and with
 * it a person's memory, to an address nobody configured.
 */
export function guardedFetch(fetcher: typeof fetch): typeof fetch {
  return (input, init) => fetcher(input, { ...init, redirect: 'error' });
}
