import { AppError } from '@hatchr/contracts';
import { hostVideo, LivepeerStudio, type HostingState } from '@hatchr/livepeer';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  HostedVideosRepository,
  LEASE_SECONDS,
  type HostedVideo,
} from '../projects/hosted-videos.repository.js';
import { ArtifactStorage } from '../projects/storage/artifact-storage.port.js';
import { mayLoad } from './may-load.js';

const LOOK_MS = 2_000;
const REQUEST_TIMEOUT_MS = 20_000;

export interface VideoHostingSettings {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  playbackOrigins: readonly string[];
  runsJobs: boolean;
}

/**
 * Hosts the launch videos of completed jobs, one after another, beside the jobs and never in their way; deletes those
 * of deleted projects. What is unfinished at shutdown, another process goes on with.
 */
@Injectable()
export class VideoHostingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(VideoHostingService.name);
  private readonly shutdown = new AbortController();
  private readonly studio: LivepeerStudio | null;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: VideoHostingSettings,
    private readonly videos: HostedVideosRepository,
    private readonly storage: ArtifactStorage,
  ) {
    const { apiKey, baseUrl } = settings;
    this.studio = apiKey
      ? new LivepeerStudio({ apiKey, baseUrl, requestTimeoutMs: REQUEST_TIMEOUT_MS })
      : null;
  }

  onApplicationBootstrap(): void {
    if (this.studio && this.settings.runsJobs) this.loop = this.work(this.studio);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort();
    await this.loop;
  }

  private async work(studio: LivepeerStudio): Promise<void> {
    const { signal } = this.shutdown;
    const isStopping = (): boolean => signal.aborted;
    while (!isStopping()) {
      try {
        const video = await this.videos.claim();
        if (!video) await sleep(LOOK_MS, undefined, { signal });
        else if (video.jobId === null) await this.forget(studio, video);
        else await this.host(studio, video);
      } catch (error) {
        if (isStopping()) return;
        this.logger.warn(`hosting a video failed: ${String(error)}`);
        await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async host(studio: LivepeerStudio, video: HostedVideo): Promise<void> {
    const unwanted = new AbortController();
    const stopIf = (isWanted: boolean): void => {
      if (!isWanted) unwanted.abort(new AppError('job.cancelled'));
    };
    const heartbeat = setInterval(
      () => {
        this.videos.renew(video.id).then(stopIf, () => undefined);
      },
      (LEASE_SECONDS * 1000) / 3,
    );
    let { state } = video;
    const save = async (next: HostingState): Promise<void> => {
      state = next;
      stopIf(await this.videos.save(video.id, next));
      unwanted.signal.throwIfAborted();
    };
    try {
      const end = await hostVideo(studio, {
        ...video,
        fileName: 'video.mp4',
        read: () => this.storage.read(video.sha256),
        save,
        isPlayable: (address) => mayLoad(address, this.settings.playbackOrigins),
        signal: AbortSignal.any([this.shutdown.signal, unwanted.signal]),
      });
      await this.videos.release(video.id);
      if (end.phase === 'failed') this.logger.warn(`a video is not hosted: ${end.reason}`);
    } catch (error) {
      if (this.shutdown.signal.aborted) await this.videos.release(video.id);
      else if (unwanted.signal.aborted) await this.forget(studio, { ...video, state });
      else {
        // Any other failure may pass: the video is taken up again when its lease has run out.
        if (AppError.from(error).code === 'artifact.not_found') await save(notReadable(state));
        throw error;
      }
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async forget(studio: LivepeerStudio, { id, state }: HostedVideo): Promise<void> {
    const assetId = 'assetId' in state ? state.assetId : null;
    if (assetId) await studio.remove(assetId, this.shutdown.signal);
    await this.videos.remove(id);
  }
}

function notReadable(state: HostingState): HostingState {
  return {
    phase: 'failed',
    assetId: 'assetId' in state ? state.assetId : null,
    reason: 'Its file could not be read on this instance.',
  };
}
