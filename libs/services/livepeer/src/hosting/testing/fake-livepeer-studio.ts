import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';

interface Asset {
  id: string;
  playbackId: string;
  name: string;
  phase: 'uploading' | 'waiting' | 'processing' | 'ready' | 'failed';
  errorMessage?: string;
  uploadId?: string;
}

/** An answer that stands in for the next `times` ones to requests whose method and path begin so. */
interface Refusal {
  on: string;
  status: number;
  errors?: string[];
  headers?: Record<string, string>;
  times?: number;
}

export const fakeKey = 'studio-key';
const tusPath = '/api/asset/upload/tus';

/** Stores what comes until it is told to break the connection. */
class BreakableStore extends FileStore {
  breakAfterBytes: number | null = null;
  breakConnection: () => void = () => undefined;

  override write(readable: Readable, id: string, offset: number): Promise<number> {
    const limit = this.breakAfterBytes;
    if (limit === null) return super.write(readable, id, offset);
    this.breakAfterBytes = null;
    return super.write(Readable.from(this.untilBroken(readable, limit)), id, offset);
  }

  private async *untilBroken(readable: Readable, limit: number): AsyncGenerator<Buffer> {
    let left = limit;
    for await (const chunk of readable as AsyncIterable<Buffer>) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left > 0) continue;
      this.breakConnection();
      return;
    }
  }
}

/**
 * Livepeer Studio's API of assets and playback on the loopback interface, with the reference server of tus behind it.
 * What it answers follows the OpenAPI description that the SDK is generated from.
 */
export class FakeLivepeerStudio {
  readonly assets = new Map<string, Asset>();
  /** Method and path of each request, in order. */
  readonly asked: string[] = [];
  /** Phases that an asset shows after its upload, one for each look at it; the last one stays. */
  phases: Asset['phase'][] = ['waiting', 'processing', 'ready'];
  errorMessage = 'Unsupported codec';
  refusals: Refusal[] = [];

  private readonly folder = mkdtempSync(path.join(tmpdir(), 'hatchr-studio-'));
  private readonly store = new BreakableStore({ directory: this.folder });
  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });
  private tus: TusServer | null = null;

  /** Starts to listen and gives the base address of the API. */
  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.tus = new TusServer({
      path: tusPath,
      datastore: this.store,
      onUploadFinish: (_request, upload) => {
        const asset = [...this.assets.values()].find(({ phase }) => phase === 'uploading');
        if (asset) Object.assign(asset, { phase: 'waiting', uploadId: upload.id });
        return Promise.resolve({});
      },
    });
    return `${this.origin}/api`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    rmSync(this.folder, { recursive: true });
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Breaks the connection of the next upload when it has so many bytes. */
  breakUploadAfter(bytes: number): void {
    this.store.breakAfterBytes = bytes;
  }

  /** The bytes that were uploaded for an asset. */
  uploaded(assetId: string): Promise<Buffer> {
    return readFile(path.join(this.folder, this.assets.get(assetId)?.uploadId ?? ''));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    const line = `${request.method ?? ''} ${pathname}`;
    this.asked.push(line);
    const refusal = this.refusals.find(({ on, times = 1 }) => times > 0 && line.startsWith(on));
    if (refusal) {
      refusal.times = (refusal.times ?? 1) - 1;
      const { status, headers, errors = ['refused by the test'] } = refusal;
      send(response, status, { errors }, headers);
      return;
    }
    if (pathname.startsWith(tusPath)) {
      this.store.breakConnection = () => request.socket.destroy();
      await this.tus?.handle(request, response);
      return;
    }
    if (request.headers.authorization !== `Bearer ${fakeKey}`) {
      send(response, 401, { errors: ['No user found from authorization header'] });
      return;
    }
    if (line === 'POST /api/asset/request-upload') await this.makeAsset(request, response);
    else if (line.startsWith('GET /api/playback/')) this.playback(pathname, response);
    else this.asset(line, response);
  }

  private async makeAsset(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const { name } = JSON.parse(Buffer.concat(body).toString('utf8')) as { name: string };
    const number = String(this.assets.size + 1);
    const asset: Asset = {
      id: `asset-${number}`,
      playbackId: `playback${number}`,
      name,
      phase: 'uploading',
    };
    this.assets.set(asset.id, asset);
    send(response, 200, {
      url: `${this.origin}/api/asset/upload/direct`,
      tusEndpoint: `${this.origin}${tusPath}`,
      asset: describe(asset),
      task: { id: `task-${number}` },
    });
  }

  private asset(line: string, response: ServerResponse): void {
    const id = line.slice(line.lastIndexOf('/') + 1);
    const asset = this.assets.get(id);
    if (!asset) {
      send(response, 404, { errors: ['asset not found'] });
      return;
    }
    if (line.startsWith('DELETE ')) {
      this.assets.delete(id);
      response.writeHead(204).end();
      return;
    }
    if (asset.phase !== 'uploading') {
      const [phase = asset.phase] = this.phases.length > 1 ? this.phases.splice(0, 1) : this.phases;
      asset.phase = phase;
      if (phase === 'failed') asset.errorMessage = this.errorMessage;
    }
    send(response, 200, describe(asset));
  }

  private playback(pathname: string, response: ServerResponse): void {
    const playbackId = pathname.slice(pathname.lastIndexOf('/') + 1);
    const asset = [...this.assets.values()].find((known) => known.playbackId === playbackId);
    if (asset?.phase !== 'ready') {
      send(response, 404, { errors: ['playback not found'] });
      return;
    }
    const source = [
      {
        hrn: 'HLS (TS)',
        type: 'html5/application/vnd.apple.mpegurl',
        url: `${this.origin}/hls/${playbackId}/index.m3u8`,
      },
    ];
    send(response, 200, { type: 'vod', meta: { source } });
  }
}

function describe({ id, playbackId, name, phase, errorMessage }: Asset): object {
  return {
    ...{ id, playbackId, name, type: 'video', userId: 'user-1', createdAt: 1_764_000_000_000 },
    source: { type: 'directUpload' },
    status: { phase, updatedAt: 1_764_000_000_000, ...(errorMessage ? { errorMessage } : {}) },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
