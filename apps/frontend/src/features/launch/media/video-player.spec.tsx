import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { VideoPlayer } from './video-player';

const hlsUrl = 'https://cdn.example/hls/a/index.m3u8';
const props = {
  note: 'Livepeer plays it.',
  files: ['/api/files/launch/video.mp4?share=a', '/api/files/launch/video.webm'],
  captions: '/api/files/launch/video.vtt',
  poster: '/api/files/poster.png',
  width: 1280,
  height: 720,
};
const video = (): HTMLVideoElement => screen.getByLabelText('Launch video');
const sourcesOf = (): (string | null)[] =>
  [...video().querySelectorAll('source')].map((source) => source.getAttribute('src'));

describe('the video player', () => {
  let nativeHls: CanPlayTypeResult;
  beforeEach(() => {
    nativeHls = '';
    Object.assign(HTMLMediaElement.prototype, { canPlayType: () => nativeHls });
  });
  afterEach(() => {
    cleanup();
  });

  it('plays the files of the kit, with captions, where there is no stream', () => {
    render(<VideoPlayer {...props} hlsUrl={null} />);
    expect(sourcesOf()).toEqual(props.files);
    expect(video().querySelectorAll('source')[1]?.type).toBe('video/webm');
    expect(video().querySelector('track')?.getAttribute('src')).toBe(props.captions);
  });

  it('gives a stream to a browser that plays HLS itself', () => {
    nativeHls = 'maybe';
    render(<VideoPlayer {...props} hlsUrl={hlsUrl} />);
    expect(video().src).toBe(hlsUrl);
    expect(sourcesOf()).toEqual([]);
    expect(video().querySelector('track')).not.toBeNull();
  });

  it('goes back to the files, and says so, when the stream fails', () => {
    nativeHls = 'maybe';
    render(<VideoPlayer {...props} hlsUrl={hlsUrl} />);
    fireEvent.error(video());
    expect(sourcesOf()).toEqual(props.files);
    expect(video().hasAttribute('src')).toBe(false);
    expect(screen.getByRole('status').textContent).toContain('file of the kit plays');
    expect(screen.queryByText(props.note)).toBeNull();
  });

  it('plays the files in a browser that plays no HLS at all', async () => {
    // jsdom has no MediaSource, as an old browser.
    render(<VideoPlayer {...props} hlsUrl={hlsUrl} />);
    await waitFor(() => {
      expect(sourcesOf()).toEqual(props.files);
    });
  });

  it('tries a stream that comes later', () => {
    nativeHls = 'maybe';
    const { rerender } = render(<VideoPlayer {...props} hlsUrl={null} />);
    rerender(<VideoPlayer {...props} hlsUrl={hlsUrl} />);
    expect(video().src).toBe(hlsUrl);
  });
});
