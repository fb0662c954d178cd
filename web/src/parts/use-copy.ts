/** Copies text and says so for a moment. */
import { useState } from 'react';

const SAID_MS = 1600;

/** The way that works on a page without TLS, as on a machine of the home network. */
function copyBySelection(text: string): boolean {
  const holder = Object.assign(document.createElement('textarea'), { value: text });
  const focused = document.activeElement;
  document.body.append(holder);
  holder.select();
  const isCopied = document.execCommand('copy');
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

async function copyText(text: string): Promise<boolean> {
  if (!window.isSecureContext) return copyBySelection(text);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
}

export function useCopy(): { isCopied: boolean; copy: (text: string) => void } {
  const [isCopied, setCopied] = useState(false);
  const copy = async (text: string) => {
    setCopied(await copyText(text));
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return { isCopied, copy };
}
