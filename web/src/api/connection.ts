/** Whether Nima can be reached, seen from every request the page makes; asks again by itself until it can. */

const PROBE_MS = 2000;

type Fetch = typeof globalThis.fetch;

export class Connection {
  readonly #fetch: Fetch;
  readonly #listeners = new Set<() => void>();
  #isLost = false;
  #probe: ReturnType<typeof setTimeout> | undefined;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** The fetch the client uses. A request that got no answer at all counts as a lost connection; an error answer does not. */
  readonly fetch: Fetch = async (request, options) => {
    try {
      const answer = await this.#fetch(request, options);
      this.#settle(false);
      return answer;
    } catch (thrown) {
      if (!options?.signal?.aborted) this.#settle(true);
      throw thrown;
    }
  };

  readonly isLost = (): boolean => this.#isLost;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For a stream that broke off after its answer had begun. */
  lose(): void {
    this.#settle(true);
  }

  /** Resolves as soon as Nima answers again; at once when it does. */
  restored(signal: AbortSignal): Promise<void> {
    if (!this.#isLost || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        if (this.#isLost && !signal.aborted) return;
        leave();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const leave = this.subscribe(done);
      signal.addEventListener('abort', done);
    });
  }

  readonly ask = (): void => {
    clearTimeout(this.#probe);
    this.fetch('/health/live', { cache: 'no-store' }).catch(() => undefined);
  };

  #settle(isLost: boolean): void {
    clearTimeout(this.#probe);
    if (isLost) this.#probe = setTimeout(this.ask, PROBE_MS);
    if (isLost === this.#isLost) return;
    this.#isLost = isLost;
    for (const listener of [...this.#listeners]) listener();
  }
}
