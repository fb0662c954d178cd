/** A pane stays open while somebody takes back what was just done in it: the toast lies over the pane, not outside. */
export function keepOpenForToasts(event: { readonly target: EventTarget | null; preventDefault: () => void }): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  // A finger's press is told late: by then the toast it was on may be gone.
  if (!target.isConnected || target.closest('[data-toasts]')) event.preventDefault();
}
