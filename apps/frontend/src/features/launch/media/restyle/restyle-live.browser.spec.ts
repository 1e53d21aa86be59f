/** @jest-environment node */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { transformSync } from '@swc/core';
import { chromium, type Browser, type Page } from 'playwright-core';
import type * as LiveSessionModule from './live-session';

// Real: the code that a visitor's browser runs, in Chromium, with real WebRTC over loopback. Fake: the service. It
// answers by WHIP and WHEP in a page of its own, and what it sends back is what it was sent, with its colours turned.

interface InstalledBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

async function findBrowser(): Promise<InstalledBrowser | undefined> {
  const tools = new URL('../../../../../../../tools/find-browser.mjs', import.meta.url).href;
  const { findInstalledBrowser } = (await import(tools)) as {
    findInstalledBrowser: () => Promise<InstalledBrowser | undefined>;
  };
  return findInstalledBrowser();
}

const installed = await findBrowser();

/** A module of this folder as a browser can load it. */
function asBrowserModule(name: string): string {
  const source = readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8');
  const { code } = transformSync(source, {
    filename: `${name}.ts`,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return code;
}

/** The service: takes pictures from one peer, and gives them inverted to another. */
const servicePage = `
  const canvas = document.createElement('canvas');
  let incoming = null;
  const gathered = (peer) => new Promise((resolve) => {
    if (peer.iceGatheringState === 'complete') resolve();
    peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
  });
  const answer = async (peer, sdp) => {
    await peer.setRemoteDescription({ type: 'offer', sdp });
    await peer.setLocalDescription();
    await gathered(peer);
    return peer.localDescription.sdp;
  };
  window.peers = [];
  window.whip = (sdp) => {
    const peer = new RTCPeerConnection();
    window.peers.push(peer);
    peer.ontrack = ({ track }) => {
      incoming = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
      incoming.play();
      setInterval(() => {
        if (!incoming.videoWidth) return;
        canvas.width = incoming.videoWidth; canvas.height = incoming.videoHeight;
        const context = canvas.getContext('2d');
        context.filter = 'invert(1)';
        context.drawImage(incoming, 0, 0);
      }, 40);
    };
    return answer(peer, sdp);
  };
  window.whep = (sdp) => {
    if (!incoming?.videoWidth) return null;
    const peer = new RTCPeerConnection();
    window.peers.push(peer);
    for (const track of canvas.captureStream(25).getTracks()) peer.addTrack(track);
    return answer(peer, sdp);
  };`;

const title = 'a live session in Chromium';
(installed ? describe : describe.skip)(
  installed ? title : `${title} (there is none on this machine)`,
  () => {
    let server: Server;
    let browser: Browser;
    let service: Page;
    let visitor: Page;
    const asked: string[] = [];

    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (request.method === 'GET') {
        const name = pathname.slice(1);
        if (name === 'favicon.ico') {
          response.writeHead(404).end();
          return;
        }
        const isPage = name === '' || name === 'service';
        response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
        response.end(
          isPage
            ? `<!doctype html><script>${name ? servicePage : ''}</script>`
            : asBrowserModule(name),
        );
        return;
      }
      let body = '';
      for await (const chunk of request) body += String(chunk);
      asked.push(`${pathname} ${body.startsWith('v=0') ? 'sdp' : body}`);
      const kind = pathname.slice(1);
      if (kind !== 'whip' && kind !== 'whep') {
        response.end();
        return;
      }
      const sdp = await service.evaluate(
        ([name, offer]) =>
          (window as unknown as Record<string, (sdp: string) => unknown>)[name]?.(offer),
        [kind, body] as const,
      );
      response.writeHead(sdp ? 201 : 404).end(sdp ?? '');
    };

    beforeAll(async () => {
      server = createServer((request, response) => {
        void answer(request, response);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
      browser = await chromium.launch({
        ...installed,
        // Addresses on loopback are hidden behind names that only a network could resolve.
        args: [...(installed?.args ?? []), '--disable-features=WebRtcHideLocalIpsWithMdns'],
      });
      service = await browser.newPage();
      await service.goto(`${origin}/service`);
      visitor = await browser.newPage();
      await visitor.goto(origin);
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    });

    it('sends the clip, shows what comes back, changes the prompt and keeps the result', async () => {
      const result = await visitor.evaluate(async () => {
        const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        const post = async (path: string, body: string): Promise<string> => {
          const response = await fetch(path, { method: 'POST', body });
          if (!response.ok) throw new Error(String(response.status));
          return response.text();
        };
        // The clip: two red halves of a second, drawn here, since a codec for a file may not be there.
        const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
        const pen = canvas.getContext('2d');
        const timer = setInterval(() => {
          if (!pen) return;
          pen.fillStyle = '#ff0000';
          pen.fillRect(0, 0, 320, 180);
        }, 40);
        const clip = document.createElement('video');
        Object.assign(clip, { muted: true, srcObject: canvas.captureStream(25) });
        const address = '/live-session';
        const { LiveSession } = (await import(address)) as typeof LiveSessionModule;
        const session = new LiveSession({
          start: async (prompt, sdp) => {
            await post('/start', prompt);
            return { sessionId: 's', endsAt: '', sdp: await post('/whip', sdp) };
          },
          watch: (_id, sdp) => post('/whep', sdp),
          change: (_id, prompt) => post('/change', prompt),
          stop: () => post('/stop', ''),
          isTooEarly: (error) => String(error).includes('404'),
        });
        const { stream } = await session.start(clip, 'in blue', { width: 320, height: 192 });
        const shown = document.createElement('video');
        Object.assign(shown, { muted: true, srcObject: stream });
        await shown.play();
        await session.change('in green');
        const view = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
        const eye = view.getContext('2d');
        let pixel = [0, 0, 0];
        for (let left = 100; left > 0 && (pixel[2] ?? 0) < 150; left--) {
          await wait(100);
          eye?.drawImage(shown, 0, 0, 1, 1);
          pixel = [...(eye?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
        }
        await wait(1_500);
        const kept = await session.finish();
        clearInterval(timer);
        const played = document.createElement('video');
        Object.assign(played, { muted: true, src: kept ? URL.createObjectURL(kept) : '' });
        await played.play();
        return {
          pixel,
          size: [shown.videoWidth, shown.videoHeight],
          kept: { type: kept?.type, bytes: kept?.size ?? 0, width: played.videoWidth },
        };
      });
      // Red, inverted: cyan. Chroma is coarse, so the numbers are near, not exact.
      expect(result.pixel[0]).toBeLessThan(90);
      expect(Math.min(result.pixel[1] ?? 0, result.pixel[2] ?? 0)).toBeGreaterThan(150);
      expect(result.size[0]).toBeGreaterThan(0);
      expect(result.kept.bytes).toBeGreaterThan(1_000);
      expect(result.kept.type).toMatch(/^video\/webm/u);
      expect(result.kept.width).toBeGreaterThan(0);
      expect(asked[0]).toBe('/start in blue');
      expect(asked).toContain('/whip sdp');
      expect(asked).toContain('/change in green');
      expect(asked.at(-1)).toBe('/stop ');
    }, 60_000);
  },
);
