/** A pane stays open while somebody takes back what was just done in it: the toast lies over the pane, not outside. */
export function keepOpenForToasts(event: { readonly target: EventTarget | null; preventDefault: () => void }): void {
  if (event.target instanceof Element && event.target.closest('[data-toasts]')) event.preventDefault();
}
