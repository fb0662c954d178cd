/** A model that may answer: where it is, how it is named to people, and whether words sent to it leave this machine. */
import type { ModelChoice } from '../../kernel/ports.ts';

/** A choice as far as it is known without asking what the model can do. */
export type NamedChoice = Omit<ModelChoice, 'contextTokens' | 'seesImages'>;

export type Candidate =
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'openai-compatible';
      readonly baseUrl: string;
      readonly name: string;
      readonly sendsKey: boolean;
      /** Its window, where the server says. */
      readonly contextTokens?: number;
    }
  | { readonly kind: 'anthropic'; readonly name: string };

export interface Chosen {
  readonly choice: NamedChoice;
  readonly candidate: Candidate;
}

export const OLLAMA_URL = 'http://127.0.0.1:11434/v1';
export const ANTHROPIC_URL = 'https://api.anthropic.com/v1';

export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

/** True for addresses that never leave the machine: the name `localhost`, 127.0.0.0/8 and ::1. */
export function isLoopback(url: string): boolean {
  const host = hostOf(url);
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** What people read about a candidate; `because` says in one sentence why it was taken. */
export function chosen(candidate: Candidate, because: string): Chosen {
  return { candidate, choice: { ...describe(candidate), because } };
}

function describe(candidate: Candidate): Omit<NamedChoice, 'because'> {
  if (candidate.kind === 'offline') return { id: 'offline', label: 'Offline model', leavesMachine: false };
  const url = candidate.kind === 'anthropic' ? ANTHROPIC_URL : candidate.baseUrl;
  const name = candidate.name || 'Model server';
  return {
    id: candidate.name ? `${candidate.kind}:${candidate.name}` : candidate.kind,
    label: `${name} at ${hostOf(url)}`,
    leavesMachine: !isLoopback(url),
  };
}
