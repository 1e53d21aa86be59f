import {
  AppError,
  type Caller,
  type RestyleAbout,
  type RestyleAnswer,
  type RestyleApi,
  type RestyleChangeInput,
  type RestyleStarted,
  type RestyleStartInput,
  type RestyleWatchInput,
} from '@hatchr/contracts';
import { Daydream, restyledSize } from '@hatchr/livepeer';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ProjectsService } from '../projects/projects.service.js';
import { RestyleSessionsRepository, type RestyleSession } from './restyle-sessions.repository.js';

const REQUEST_TIMEOUT_MS = 20_000;
const SWEEP_MS = 5_000;

export interface RestyleSettings {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  model: string | undefined;
  maxSeconds: number;
}

/**
 * Live redrawing of a launch video. The pictures flow between browser and service; all that is said about them goes
 * through here, so that the key stays here. A session costs money while it runs: each ends after some time, whatever
 * the browser does.
 */
@Injectable()
export class RestyleService
  implements RestyleApi, OnApplicationBootstrap, BeforeApplicationShutdown
{
  private readonly logger = new Logger(RestyleService.name);
  private readonly shutdown = new AbortController();
  private readonly daydream: Daydream | null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly settings: RestyleSettings,
    private readonly sessions: RestyleSessionsRepository,
    private readonly projects: ProjectsService,
  ) {
    const { apiKey, baseUrl, model } = settings;
    this.daydream = apiKey
      ? new Daydream({ apiKey, baseUrl, model, requestTimeoutMs: REQUEST_TIMEOUT_MS })
      : null;
  }

  onApplicationBootstrap(): void {
    const { daydream } = this;
    if (daydream) this.timer = setInterval(() => void this.endSessions(daydream), SWEEP_MS);
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
    this.shutdown.abort();
  }

  about(): RestyleAbout {
    return {
      isOn: this.daydream !== null,
      reason: this.daydream
        ? 'Daydream redraws the video live, picture by picture, in the words that you give it.'
        : 'Live restyling is off: no key of Daydream is set.',
      maxSeconds: this.settings.maxSeconds,
      ...restyledSize,
    };
  }

  async start(caller: Caller, input: RestyleStartInput): Promise<RestyleStarted> {
    const daydream = this.needDaydream();
    const { signal } = this.shutdown;
    const project = await this.projects.project(caller, { projectId: input.projectId });
    const stream = await daydream.createStream(project.name, input.prompt, signal);
    // One at a time: whoever starts another one is done with the last.
    const session = await this.sessions.add(
      caller.userId,
      stream.streamId,
      this.settings.maxSeconds,
    );
    try {
      const { answer, whepUrl } = await daydream.publish(stream.whipUrl, input.sdp, signal);
      await this.sessions.setWhepUrl(session.id, whepUrl);
      return { sessionId: session.id, sdp: answer, endsAt: session.endsAt.toISOString() };
    } catch (error) {
      await this.sessions.end(caller.userId, session.id);
      throw error;
    }
  }

  async watch(caller: Caller, { sessionId, sdp }: RestyleWatchInput): Promise<RestyleAnswer> {
    const daydream = this.needDaydream();
    const { whepUrl, streamId } = await this.getSession(caller, sessionId);
    const { signal } = this.shutdown;
    if (!whepUrl) throw new AppError('restyle.ended');
    try {
      return { sdp: await daydream.play(whepUrl, sdp, signal) };
    } catch (error) {
      // A stream that the service has ended will never draw.
      if (AppError.from(error).code === 'provider.unavailable')
        if ((await daydream.findStream(streamId, signal)) === null)
          throw new AppError('restyle.ended', { cause: error });
      throw error;
    }
  }

  async change(caller: Caller, { sessionId, prompt }: RestyleChangeInput): Promise<void> {
    const daydream = this.needDaydream();
    const { streamId } = await this.getSession(caller, sessionId);
    await daydream.changePrompt(streamId, prompt, this.shutdown.signal);
  }

  async stop(caller: Caller, sessionId: string): Promise<void> {
    await this.sessions.end(caller.userId, sessionId);
    if (this.daydream) await this.endSessions(this.daydream);
  }

  private needDaydream(): Daydream {
    if (!this.daydream) throw new AppError('restyle.unavailable');
    return this.daydream;
  }

  private async getSession(caller: Caller, sessionId: string): Promise<RestyleSession> {
    const session = await this.sessions.find(caller.userId, sessionId);
    if (!session) throw new AppError('restyle.ended');
    return session;
  }

  /** Ends with the service what has ended here; what fails is tried again later. */
  private async endSessions(daydream: Daydream): Promise<void> {
    try {
      // Each by itself: one that the service cannot end must not keep the others running.
      const endings = (await this.sessions.takeEnded()).map((session) =>
        this.endSession(daydream, session),
      );
      await Promise.all(endings);
    } catch (error) {
      this.warnOf(error);
    }
  }

  private async endSession(daydream: Daydream, { id, streamId }: RestyleSession): Promise<void> {
    try {
      await daydream.removeStream(streamId, this.shutdown.signal);
      await this.sessions.remove(id);
    } catch (error) {
      this.warnOf(error);
    }
  }

  private warnOf(error: unknown): void {
    if (!this.shutdown.signal.aborted)
      this.logger.warn(`a live stream was not ended: ${AppError.from(error).message}`);
  }
}
