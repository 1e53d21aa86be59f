import { chromium, type Browser } from 'playwright-core';

/** Which browser to run, as the configuration says. */
export interface BrowserSettings {
  /** Of a Chromium that is installed. */
  executablePath: string;
  /** What it needs on this machine, such as `--no-sandbox`. */
  args?: readonly string[];
  /** Its whole environment. Nothing of the process's own is passed on, because that holds secrets. */
  env?: Readonly<Record<string, string>>;
}

const launchMs = 20_000;

/**
 * All traffic goes to a proxy whose name is never resolved, but for one address of this machine. What a page, a
 * worker or a socket asks of any other one, loopback too, ends there.
 */
const sealExcept = (host: string): string[] => [
  '--proxy-server=http://closed.invalid:80',
  `--proxy-bypass-list=<-loopback>;${host}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--dns-prefetch-disable',
  '--no-pings',
  '--mute-audio',
  // Scroll bars and hinting differ between machines and are no part of the app.
  '--hide-scrollbars',
  '--font-render-hinting=none',
];

/** A browser that reaches the app at `base` (`http://127.0.0.1:<port>`) and nothing else. @throws Error when it does not start */
export function launchBrowser(settings: BrowserSettings, base: string): Promise<Browser> {
  const { executablePath, args = [], env = {} } = settings;
  return chromium.launch({
    executablePath,
    args: [...args, ...quiet, ...sealExcept(new URL(base).host)],
    env: { ...env },
    chromiumSandbox: !args.includes('--no-sandbox'),
    timeout: launchMs,
    // The process that we are part of decides what its signals mean.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}
