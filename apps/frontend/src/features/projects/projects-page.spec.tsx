import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { makeJob } from '../../../test/fixtures/job';
import { project } from '../../../test/fixtures/project';
import { renderWithApi } from '../../../test/render-with-api';
import { ProjectsPage } from './projects-page';

const none = { items: [], nextCursor: null };

describe('the list of projects', () => {
  afterEach(cleanup);

  it('offers a first step when there is nothing yet', async () => {
    renderWithApi(<ProjectsPage />, { 'projects.list': () => none, 'jobs.list': () => none });
    expect(await screen.findByText('Nothing has hatched yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Describe an idea' })).toBeTruthy();
  });

  it('shows running and failed jobs beside the kits, and leaves out jobs that became one', async () => {
    renderWithApi(<ProjectsPage />, {
      'projects.list': () => ({ items: [project], nextCursor: null }),
      'jobs.list': () => ({
        items: [
          makeJob({ jobId: 'a', prompt: 'Runs now' }),
          makeJob({ jobId: 'b', prompt: 'Went wrong', status: 'failed' }),
          makeJob({ jobId: 'c', prompt: 'Became a kit', status: 'completed' }),
        ],
        nextCursor: null,
      }),
    });
    expect(await screen.findByRole('link', { name: /Runs now.*Hatching/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Went wrong.*Failed/ })).toBeTruthy();
    expect(screen.queryByText('Became a kit')).toBeNull();
    expect(screen.getByRole('link', { name: /Slotwise/ }).getAttribute('href')).toBe(
      `/launch?project=${project.projectId}`,
    );
  });

  it('loads the next page by the cursor of the last', async () => {
    const { api, user } = renderWithApi(<ProjectsPage />, {
      'jobs.list': () => none,
      'projects.list': ({ cursor }: { cursor?: string }) =>
        cursor
          ? { items: [{ ...project, projectId: 'second', name: 'Second' }], nextCursor: null }
          : { items: [project], nextCursor: 'after-first' },
    });
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('Second')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    expect(api.calls.filter(({ path }) => path === 'projects.list').at(-1)?.input).toMatchObject({
      cursor: 'after-first',
    });
  });

  it('says that the server does not answer, and tries again when asked', async () => {
    let isDown = true;
    const { user } = renderWithApi(<ProjectsPage />, {
      'jobs.list': () => none,
      'projects.list': () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return none;
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Hatchr does not answer');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing has hatched yet')).toBeTruthy();
  });
});
