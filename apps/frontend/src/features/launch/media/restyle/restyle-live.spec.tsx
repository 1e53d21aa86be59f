import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { renderWithApi } from '../../../../../test/render-with-api';
import { RestyleLive } from './restyle-live';

const about = { isOn: true, reason: 'Daydream redraws it.', maxSeconds: 60, width: 64, height: 64 };

function show(changes: Partial<typeof about> = {}) {
  return renderWithApi(<RestyleLive projectId="p" slug="slotwise" clip="/video.mp4" />, {
    'restyle.about': () => ({ ...about, ...changes }),
  });
}

describe('the panel of live restyling', () => {
  afterEach(cleanup);

  it('says why it is off', async () => {
    show({ isOn: false, reason: 'No key of Daydream is set.' });
    expect(await screen.findByText('No key of Daydream is set.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('takes any words, but not none', async () => {
    const { user } = show();
    const words = await screen.findByLabelText('Redraw it as');
    expect(screen.getByText(/sent there from this browser/u)).toBeTruthy();
    await user.clear(words);
    expect(screen.getByRole('button', { name: 'Restyle live' }).hasAttribute('disabled')).toBe(
      true,
    );
  });

  it('says so where the browser cannot send video', async () => {
    // jsdom plays and captures nothing.
    HTMLMediaElement.prototype.play = () => Promise.resolve();
    HTMLCanvasElement.prototype.getContext = () => null;
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'Restyle live' }));
    expect((await screen.findByRole('alert')).textContent).toContain('could not send the video');
  });
});
