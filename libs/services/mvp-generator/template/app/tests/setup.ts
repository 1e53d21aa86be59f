import { vi } from 'vitest';
import { openWorkspace } from './database';

// Opens while the first tests are still read; a test that finds it broken says why.
openWorkspace().catch(() => undefined);

// All test files run in one worker, on one database and with the modules that the file before has loaded. So what
// stands in for the browser and the framework is here, the same for all of them: a mock in one file would leak
// into those after it.
vi.mock('next/headers', async () => {
  const { browser } = await import('./browser');
  return {
    cookies: async () => ({
      get: (name: string) =>
        browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined,
      set: (name: string, value: string) => browser.jar.set(name, value),
      delete: (name: string) => browser.jar.delete(name),
    }),
    headers: async () => new Headers(),
  };
});
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirect ${path}`);
  },
}));
// As it is, but a test can see which bytes are deleted where those are not in the database.
vi.mock('@/lib/files/file-store', async (original) => {
  const { browser } = await import('./browser');
  const store = await original<typeof import('@/lib/files/file-store')>();
  const removeFiles = (ids: readonly string[]) => store.removeFiles((browser.deletedFiles = ids));
  return { ...store, removeFiles };
});
vi.mock('@/lib/auth', async (original) => {
  const { browser } = await import('./browser');
  const user = async () => ({ id: browser.id, email: browser.email });
  return { ...(await original<object>()), getUser: user, requireUser: user };
});
