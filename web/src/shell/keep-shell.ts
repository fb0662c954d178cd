/** Has the worker keep the page's files for when the connection is gone; where there are no workers, nothing is lost. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/service-worker.js')
      .then(({ active }) => active?.postMessage('keep-shell'))
      .catch(() => undefined);
  });
}
