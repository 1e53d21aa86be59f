export interface InstalledBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** The Chromium of this machine as the tools of the repository find it; undefined where there is none. */
export async function findInstalledBrowser(): Promise<InstalledBrowser | undefined> {
  const tools = new URL('../../../../../../tools/find-browser.mjs', import.meta.url).href;
  const found = (await import(tools)) as {
    findInstalledBrowser: () => Promise<InstalledBrowser | undefined>;
  };
  return found.findInstalledBrowser();
}
