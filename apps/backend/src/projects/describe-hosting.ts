import type { HostedVideo } from '@hatchr/contracts';
import type { HostingState } from '@hatchr/livepeer';

/** What a page is told of the hosting of a video; null: nobody asked for it. */
export function describeHosting(state: HostingState | null): HostedVideo {
  switch (state?.phase) {
    case undefined:
      return {
        status: 'off',
        reason: 'The file of the kit plays: no key of Livepeer was set when it was made.',
      };
    case 'waiting':
    case 'uploading':
      return {
        status: 'pending',
        reason: 'The file of the kit plays while it is uploaded to Livepeer.',
      };
    case 'transcoding':
      return {
        status: 'pending',
        reason: 'The file of the kit plays while Livepeer transcodes it.',
      };
    case 'ready':
      return {
        status: 'ready',
        reason: 'Livepeer plays it as a stream that adapts to the connection.',
        hlsUrl: state.hlsUrl,
      };
    case 'failed':
      return { status: 'failed', reason: `The file of the kit plays. ${state.reason}` };
  }
}
