import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const textKey = 'hatchr.prompt';
const attemptKey = 'hatchr.attempt';

const listeners = new Set<() => void>();
/** What is kept where the browser refuses sessionStorage; lost on reload, which is all that can be done there. */
const memory = new Map<string, string>();

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return memory.get(key) ?? '';
  }
}

function write(key: string, value: string): void {
  memory.set(key, value);
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    // The copy in memory still serves this page view.
  }
}

function setText(text: string): void {
  write(textKey, text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The typed idea, kept in sessionStorage so that neither an error nor a reload loses it. */
export function usePromptDraft(): [text: string, setText: (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(textKey),
    () => '',
  );
  return [text, setText];
}

const attemptSchema = z.object({ prompt: z.string(), key: z.string() });

/**
 * The idempotency key of the attempt to hatch `prompt`: the same until the attempt succeeds or the text
 * changes, so a double click, or a second try after a lost answer, finds the first job.
 */
export function attemptKeyOf(prompt: string): string {
  const stored = read(attemptKey);
  const attempt = stored ? attemptSchema.safeParse(JSON.parse(stored)).data : undefined;
  if (attempt?.prompt === prompt) return attempt.key;
  // Not crypto.randomUUID: browsers offer it on secure origins only, and Hatchr may run on a LAN address.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  write(attemptKey, JSON.stringify({ prompt, key }));
  return key;
}

/** Forgets text and attempt once the job exists. */
export function clearDraft(): void {
  write(attemptKey, '');
  setText('');
}
