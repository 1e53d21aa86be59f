import type { LaunchKit, ProductSpec, Project } from '@hatchr/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../../test/fake-links';
import { visited } from '../../../test/fake-navigation';
import { artifactAt, artifacts, contentOf } from '../../../test/fixtures/artifacts';
import { project } from '../../../test/fixtures/project';
import { comparison, fileComparison, revisions } from '../../../test/fixtures/revisions';
import { renderWithApi, visit } from '../../../test/render-with-api';
import { LaunchPage } from './launch-page';

const { projectId } = project;
const restored: number[] = [];
const regenerated: { spec: ProductSpec; note?: string }[] = [];

function show(changes: Partial<Project> = {}, query = '') {
  visit(`/launch?project=${projectId}${query}`);
  let current: Project = { ...project, ...changes };
  return renderWithApi(<LaunchPage />, {
    project: () => current,
    'projects.files': () => artifacts,
    'projects.file': ({ path }: { path: string }) => ({
      artifact: artifactAt(path),
      text: contentOf.get(path)?.text ?? null,
    }),
    'projects.share': (input: { isShared: boolean; includesDownloads: boolean }) =>
      (current = {
        ...current,
        sharePath: input.isShared ? `/shared/${projectId}/token` : null,
        sharesDownloads: input.isShared && input.includesDownloads,
      }),
    'projects.delete': () => null,
    'projects.revisions': () => revisions,
    'projects.compare': () => comparison,
    'projects.compareFile': ({ path }: { path: string }) => fileComparison(path),
    'projects.restore': ({ number }: { number: number }) => {
      restored.push(number);
      return current;
    },
    'projects.draftSpec': ({ spec }: { spec: unknown }) => ({ spec, problems: [] }),
    'projects.regenerate': (input: { spec: ProductSpec; note?: string }) => {
      regenerated.push(input);
      return { jobId: 'a6f1f0c2-8d1b-4a53-b6d0-2f9d3c0b6e11', status: 'queued' };
    },
    'proofs.verify': () => ({
      outcome: 'verified',
      statement: 'The record is unchanged.',
      checks: [{ name: 'Signature', passed: true, detail: 'Signed by this instance.' }],
      proof: project.proof,
    }),
  });
}

describe('the launch page', () => {
  beforeEach(() => {
    visited.length = 0;
    window.localStorage.clear();
  });
  afterEach(cleanup);

  it('offers the ZIP with its size and hash', async () => {
    show();
    const link = await screen.findByRole('link', { name: 'Download ZIP' });
    expect(link.getAttribute('href')).toBe(project.download?.url);
    expect(screen.getByText(/1\.3 MB in \d+ files/)).toBeTruthy();
    expect(document.title).toBe('Slotwise · Hatchr');
  });

  it('tells what was built, and leaves an undecided price undecided', async () => {
    show();
    expect(await screen.findByText('38 tests passed.')).toBeTruthy();
    expect(screen.getByText('Not run')).toBeTruthy();
    expect(screen.getAllByText('To be decided')).toHaveLength(2);
    expect(screen.getByRole('list', { name: 'Fields of Booking' }).textContent).toContain(
      'one of 3',
    );
  });

  it('says the verdict of the checks in one line, with a mark for each', async () => {
    show();
    expect(await screen.findByText('All 4 checks passed')).toBeTruthy();
    const marks = within(screen.getByRole('list', { name: 'Checks of the app' }));
    expect(marks.getAllByRole('listitem').at(-1)?.textContent).toBe('dockernot run');
  });

  it('shows the running app in the theme of the page, and on a phone or in the other theme on request', async () => {
    const { user } = show();
    // The files are asked for after the project: one wait for each.
    await screen.findByRole('heading', { name: 'The app, running' });
    const first = await screen.findByAltText('Dashboard of the app, light, on a desktop');
    expect(first.getAttribute('src')).toContain('dashboard.desktop.light.png');
    await user.click(screen.getByRole('radio', { name: 'Phone' }));
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(await screen.findByAltText('Dashboard of the app, dark, on a phone')).toBeTruthy();
    expect(screen.queryByAltText('Dashboard of the app, light, on a desktop')).toBeNull();
  });

  it('says why there are no screenshots rather than showing something else', async () => {
    const reason = 'No browser is installed on this instance.';
    show({ screenshots: { images: [], reason } });
    expect(await screen.findByText(reason)).toBeTruthy();
  });

  it('names one next action: get the kit, then make a link, then post it', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('link', { name: 'Download ZIP' }));
    expect(screen.queryByRole('link', { name: 'Download ZIP' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Make a link' }));
    await user.click(await screen.findByRole('button', { name: 'Go to the posts' }));
    expect(window.location.search).toContain('tab=channels');
    cleanup();
    show({ access: 'shared' });
    expect(await screen.findByRole('button', { name: 'See the commands' })).toBeTruthy();
  });

  it('opens a tab, keeps it in the address and finds it again there', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('tab', { name: 'Channels' }));
    expect(window.location.search).toContain('tab=channels');
    expect(screen.getByText('46 / 60')).toBeTruthy();
    const guide = screen.getByRole('row', { name: /how to keep track of bookings/ });
    expect(guide.textContent).toContain('Entity booking');
    expect(within(guide).getByText('To write')).toBeTruthy();
    cleanup();
    show({}, '&tab=served-by');
    const table = await screen.findByRole('table');
    expect(within(table).getByText('No language model is configured.')).toBeTruthy();
    const costs = within(table).getAllByRole('row').slice(1);
    expect(costs.map((row) => row.children[3]?.textContent)).toEqual(Array(5).fill('$0.00'));
  });

  it.each(['media', 'channels'])(
    'says under %s that the copy is English to whoever wrote otherwise',
    async (tab) => {
      show({ spec: { ...project.spec, language: 'de' } }, `&tab=${tab}`);
      expect(
        await screen.findByText(/Copy is English; your product’s words are kept/),
      ).toBeTruthy();
      expect(screen.getByText(/Your idea is in German/)).toBeTruthy();
      cleanup();
      show({}, `&tab=${tab}`);
      await screen.findByRole('heading', { level: 1 });
      expect(screen.queryByText(/Copy is English/)).toBeNull();
    },
  );

  it('shows unknown as unknown, and each claim with its source', async () => {
    const { user } = show({}, '&tab=competitors');
    const matrix = await screen.findByRole('table');
    const row = within(matrix).getByRole('row', { name: /Plans time by itself/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['No', '?Unknown', 'Yes']);
    await user.click(screen.getByRole('button', { name: '2 sources on Calendly' }));
    const sources = within(screen.getByRole('dialog')).getAllByRole('link');
    expect(sources[0]?.getAttribute('href')).toBe('https://calendly.com/');
    expect(sources[0]?.getAttribute('rel')).toContain('noopener');
  });

  it('says that no competitor is known rather than filling the place', async () => {
    show(
      {
        discovery: {
          ...project.discovery,
          outcome: 'none_known',
          statement: 'Nothing in the catalogue is close to this idea.',
          competitors: [],
        },
      },
      '&tab=competitors',
    );
    expect(await screen.findByRole('heading', { name: 'No close competitor known' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('never links to anything but http and https', async () => {
    const first = project.discovery.competitors[0];
    if (!first) throw new Error('The fixture has no competitor.');
    show(
      {
        discovery: {
          ...project.discovery,
          competitors: [{ ...first, url: 'javascript:alert(1)' }],
        },
      },
      '&tab=competitors',
    );
    expect(await screen.findByText('calendly.com')).toBeTruthy();
    expect(document.querySelector('a[href^="javascript"]')).toBeNull();
  });

  it('reads a file of the kit as text, markup included, and searches names', async () => {
    const { user } = show({}, '&tab=code&file=docs/evil.md');
    const code = await screen.findByRole('group', { name: 'Code' });
    await waitFor(() => {
      expect(code.textContent).toContain('<script>alert(1)</script>');
    });
    expect(code.querySelector('script, img')).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Search file names' }), 'slots test');
    await user.click(screen.getByRole('button', { name: 'src/lib/propose-slots.test.ts' }));
    expect(window.location.search).toContain('propose-slots.test.ts');
    expect(
      await screen.findByRole('link', { name: 'Download propose-slots.test.ts' }),
    ).toBeTruthy();
  });

  it('turns the slides and says why there is no video', async () => {
    const { user } = show({}, '&tab=media');
    expect(await screen.findByText('Slide 1 of 6')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Next slide' }));
    expect(screen.getByText('Slide 2 of 6')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Download PowerPoint/ })).toBeTruthy();
    expect(screen.getByText(/video renderer is not part of this version/)).toBeTruthy();
  });

  it('plays the video with captions and offers its files', async () => {
    const video: LaunchKit['video'] = {
      status: 'made',
      sound: { provider: 'embedded', mode: 'embedded', reason: 'Music was composed here.' },
      path: 'launch/video.mp4',
      webm: null,
      captions: 'launch/video.vtt',
      poster: 'launch/video-poster.png',
      seconds: 24.6,
      width: 1280,
      height: 720,
    };
    show({ launchKit: { ...project.launchKit, video } }, '&tab=media');
    const player = await screen.findByLabelText('Launch video');
    const addressOf = (path: string): string => artifactAt(path).url;
    expect(player.getAttribute('poster')).toBe(addressOf(video.poster));
    expect(player.querySelector('source')?.getAttribute('src')).toBe(addressOf(video.path));
    expect(player.querySelector('track[kind="captions"]')?.getAttribute('src')).toBe(
      addressOf(video.captions),
    );
    expect(screen.getByRole('link', { name: /Download MP4/ })).toBeTruthy();
    expect(screen.getByText(/25 seconds in 720p/)).toBeTruthy();
  });

  it('names the proof for what it is, and checks it anew', async () => {
    show({}, '&tab=proof');
    expect(await screen.findByText('Local log, not on a chain')).toBeTruthy();
    expect(await screen.findByText('Signed by this instance.')).toBeTruthy();
    expect(screen.getByText(/Nothing is written to a blockchain/)).toBeTruthy();
  });

  it('shares and takes back the link', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('switch', { name: 'Share a link' }));
    expect(await screen.findByRole('button', { name: 'Copy link' })).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Share a link' }));
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull();
    });
  });

  it('gives the pitch to whoever has the link, and the downloads only where the owner says so', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('switch', { name: 'Share a link' }));
    const downloads = await screen.findByRole('switch', { name: 'Include downloads' });
    expect(downloads.getAttribute('aria-checked')).toBe('false');
    expect(screen.getByText(/Anyone with the link sees the pitch/)).toBeTruthy();
    await user.click(downloads);
    expect(await screen.findByText(/download the whole kit/)).toBeTruthy();
    // Switched off and on again, it is a link to the pitch.
    await user.click(screen.getByRole('switch', { name: 'Share a link' }));
    await user.click(await screen.findByRole('switch', { name: 'Share a link' }));
    expect(await screen.findByText(/Anyone with the link sees the pitch/)).toBeTruthy();
  });

  it('says that a hosted video has an address that the link does not guard', async () => {
    const hlsUrl = 'https://cdn.example/hls/a/index.m3u8';
    show({ hostedVideo: { status: 'ready', reason: 'Livepeer plays it.', hlsUrl } });
    expect(await screen.findByText(/The video is also public at Livepeer/)).toBeTruthy();
    cleanup();
    show();
    await screen.findByRole('switch', { name: 'Share a link' });
    expect(screen.queryByText(/public at Livepeer/)).toBeNull();
  });

  it('shows the pitch alone through a link without downloads', async () => {
    show({ access: 'shared', download: null }, '&share=token&tab=code');
    await screen.findByRole('heading', { level: 1 });
    const tabs = screen.getAllByRole('tab').map((tab) => tab.textContent);
    expect(tabs).toEqual([
      'Overview',
      'Competitors',
      'Deck & images',
      'Proof',
      'Who served each step',
    ]);
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Overview');
    expect(screen.queryByRole('link', { name: /ZIP/ })).toBeNull();
    expect(screen.getByText(/Code, documents and posts stay with them/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'See the deck' }));
    expect(window.location.search).toContain('tab=media');
  });

  it('deletes after asking, and goes to the list', async () => {
    const { api, user } = show();
    await user.click(await screen.findByRole('button', { name: 'Delete project' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(api.calls.some(({ path }) => path === 'projects.delete')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Delete project' }));
    await user.click(screen.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => {
      expect(visited).toEqual(['/projects']);
    });
  });

  it('lets a reader of a shared link read and download, and change nothing', async () => {
    const { api } = show({ access: 'shared' }, '&share=token');
    expect(await screen.findByRole('link', { name: 'Download ZIP' })).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete project' })).toBeNull();
    expect(api.calls.find(({ path }) => path === 'project')?.input).toEqual({
      projectId,
      shareToken: 'token',
    });
  });

  it('says what to do when the project cannot be shown', async () => {
    visit(`/launch?project=${projectId}`);
    renderWithApi(<LaunchPage />, {
      project: () => {
        throw refusal('project.not_found');
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such project');
  });

  it('sends an edited specification as the next revision and goes to its job', async () => {
    show({ revision: { number: 2, total: 2 } }, '&tab=edit');
    const tagline = await screen.findByRole('textbox', { name: 'Tagline' });
    const send = screen.getByRole<HTMLButtonElement>('button', {
      name: 'Regenerate as revision 3',
    });
    expect(send.disabled).toBe(true);
    await userEvent.clear(tagline);
    await userEvent.type(tagline, 'Hours that fill themselves');
    await userEvent.click(send);
    await waitFor(() => {
      expect(visited).toEqual(['/generate?job=a6f1f0c2-8d1b-4a53-b6d0-2f9d3c0b6e11']);
    });
    expect(regenerated.at(-1)?.spec.tagline).toBe('Hours that fill themselves');
  }, 20_000);

  it('lists revisions, compares two and restores one', async () => {
    show({ revision: { number: 2, total: 2 } }, '&tab=revisions&compare=1..2');
    expect(await screen.findByText(/Clients are called guests here/)).toBeTruthy();
    expect(await screen.findByText('Client is now called Guest.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
    await waitFor(() => {
      expect(restored).toEqual([1]);
    });
  });

  it('offers neither editing nor revisions to a reader of a shared link', async () => {
    show({ access: 'shared' });
    await screen.findByRole('tab', { name: 'Overview' });
    expect(screen.queryByRole('tab', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('tab', { name: 'Revisions' })).toBeNull();
  });
});
