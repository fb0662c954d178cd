/** What has just been done, said briefly, with a way to take it back. The newest one replaces the one before. */

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

export class Toasts {
  #current: Toast | null = null;
  #count = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Toast | null => this.#current;

  say(text: string, undo?: () => void): void {
    this.#count += 1;
    this.#set({ id: this.#count, text, ...(undo ? { undo } : {}) });
  }

  readonly clear = (): void => this.#set(null);

  #set(toast: Toast | null): void {
    this.#current = toast;
    for (const listener of [...this.#listeners]) listener();
  }
}
