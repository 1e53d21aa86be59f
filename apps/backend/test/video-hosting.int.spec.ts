import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HostedVideo, LaunchKit } from '@hatchr/contracts';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source.js';
import { HostedVideosRepository } from '../src/projects/hosted-videos.repository.js';
import { StubVideoHost } from './stub-video-host.js';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

// Real: the whole backend with its renderer. Fake: the service that hosts.

interface ShownProject {
  launchKit: LaunchKit;
  hostedVideo: HostedVideo;
}

describe('the hosting of launch videos', () => {
  let host: StubVideoHost;
  let backend: TestApp;
  let owner: Visitor;

  const start = async (key: string): Promise<void> => {
    backend = await startTestApp({
      LAUNCH_VIDEO: 'draft',
      LIVEPEER_API_KEY: key,
      LIVEPEER_BASE_URL: host.origin,
      LIVEPEER_PLAYBACK_ORIGINS: host.origin,
    });
    owner = new Visitor(backend.url);
  };
  const show = async (projectId: string): Promise<ShownProject> => {
    const input = encodeURIComponent(JSON.stringify({ projectId }));
    const { body } = await owner.json<{ result: { data: ShownProject } }>(
      `/trpc/project?input=${input}`,
    );
    return body.result.data;
  };
  const until = async <Value>(
    look: () => Promise<Value>,
    isDone: (value: Value) => boolean,
  ): Promise<Value> => {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const value = await look();
      if (isDone(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('it did not come to that');
  };
  const hosted = (projectId: string): Promise<ShownProject> =>
    until(
      () => show(projectId),
      ({ hostedVideo }) => hostedVideo.status !== 'pending',
    );

  beforeEach(async () => {
    host = new StubVideoHost();
    await host.start();
  });
  afterEach(async () => {
    await backend.stop();
    await host.stop();
  });

  it('brings the video of a finished kit to a stream, and deletes it with its project', async () => {
    await start('right');
    const { projectId } = await owner.hatch('Booking for piano teachers');
    const { hostedVideo, launchKit } = await hosted(projectId);
    // Only systems with the codec make a video; there is nothing to host elsewhere.
    if (launchKit.video.status !== 'made') return;
    const hlsUrl = `${host.origin}/hls/p1/index.m3u8`;
    expect(hostedVideo).toMatchObject({ status: 'ready', hlsUrl });

    const file = await owner.fetch(`/api/project/${projectId}/files/${launchKit.video.path}`);
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(Buffer.concat(host.received))).toBe(
      digest(Buffer.from(await file.arrayBuffer())),
    );
    const policy = file.headers.get('content-security-policy') ?? '';
    const page = (await owner.fetch('/api/docs')).headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain(host.origin);
    expect(page).toMatch(new RegExp(`media-src 'self' blob: ${host.origin}`, 'u'));

    await owner.json('/trpc/projects.delete', { json: { projectId } });
    await until(
      () => Promise.resolve(host.asked),
      (asked) => asked.includes('DELETE /asset/a1'),
    );
  }, 90_000);

  it('leaves the kit complete, with the reason, where the service refuses the key', async () => {
    await start('wrong');
    const { projectId } = await owner.hatch('Booking for piano teachers');
    const { hostedVideo, launchKit } = await hosted(projectId);
    if (launchKit.video.status !== 'made') return;
    expect(hostedVideo).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('Livepeer did not accept the key'),
    });
    expect(JSON.stringify(hostedVideo)).not.toContain('wrong');
    expect((await owner.fetch(`/api/download/${projectId}`)).status).toBe(200);
  }, 90_000);

  it('takes up a video whose process died, and gives no video to two', async () => {
    await start('right');
    const { jobId, projectId } = await owner.hatch('Booking for piano teachers');
    await hosted(projectId);
    const dataSource = await new DataSource(dataSourceOptions(backend.databaseUrl, 2)).initialize();
    const videos = new HostedVideosRepository({ isOn: true }, dataSource);
    const request = { jobId, name: 'Piano', sha256: 'f'.repeat(64) };
    try {
      await backend.app.close();
      await dataSource.transaction((manager) => videos.request(manager, request));
      await dataSource.query(`UPDATE hosted_videos SET lease_until = NULL`);
      const claims = await Promise.all([videos.claim(), videos.claim()]);
      expect(claims.map((claim) => claim?.jobId ?? null).sort()).toEqual([jobId, null].sort());
      expect(await videos.claim()).toBeNull();
      await dataSource.query(`UPDATE hosted_videos SET lease_until = now() - interval '1 second'`);
      expect((await videos.claim())?.sha256).toBe(request.sha256);
    } finally {
      await dataSource.destroy();
    }
  }, 90_000);
});
