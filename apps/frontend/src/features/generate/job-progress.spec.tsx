import type { Job } from '@hatchr/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { refusal } from '../../../test/fake-links';
import { visited } from '../../../test/fake-navigation';
import { jobId, makeEvent, makeJob, makeSteps } from '../../../test/fixtures/job';
import { renderWithApi } from '../../../test/render-with-api';
import { JobProgress } from './job-progress';

const projectId = '7d0e9f9e-0a5c-4f4a-9a3b-6a7b0f6a1c01';
const show = (answers: Record<string, (input: never) => unknown>) =>
  renderWithApi(<JobProgress jobId={jobId} />, answers);
const running = { status: () => makeJob() };
const failed = makeJob({
  status: 'failed',
  progress: 48,
  lastSeq: 3,
  steps: makeSteps({ discovery: { status: 'completed' }, mvp: { status: 'failed' } }),
  error: { kind: 'timeout', code: 'step.timeout', message: 'A step took longer than its limit.' },
  finishedAt: '2026-11-23T06:41:00.000Z',
  canCancel: false,
  canRetry: true,
});

describe('the progress page', () => {
  beforeEach(() => {
    visited.length = 0;
  });
  afterEach(cleanup);

  it('shows the three steps with their sub-steps, the bar and the log', async () => {
    show(running);
    const steps = await screen.findByRole('list', { name: 'Steps' });
    for (const title of ['Finding competitors', 'Building MVP', 'Packaging startup'])
      expect(within(steps).getByRole('heading', { name: title })).toBeTruthy();
    expect(within(steps).getByText('Ranking 250 products')).toBeTruthy();
    expect(
      screen.getByRole('progressbar', { name: 'Progress' }).getAttribute('aria-valuenow'),
    ).toBe('12');
    expect(screen.getByRole('log', { name: 'Live log' }).textContent).toContain('Line 2');
    expect(document.title).toBe('12% · Finding competitors · Hatchr');
  });

  it('follows the stream, line by line and step by step', async () => {
    const { api } = show(running);
    await screen.findByRole('log');
    await waitFor(() => {
      expect(api.stream.isOpen()).toBe(true);
    });
    const { events: _events, ...state } = makeJob({
      progress: 40,
      lastSeq: 3,
      steps: makeSteps({ discovery: { status: 'completed' }, mvp: { status: 'in_progress' } }),
    });
    act(() => {
      api.stream.send({
        event: makeEvent(3, { level: 'warn', message: 'No network' }),
        job: state,
      });
    });
    expect(await screen.findByText('No network')).toBeTruthy();
    expect(screen.getByText('40 %', { selector: 'span.font-medium' })).toBeTruthy();
    expect(
      screen.getByText('Finding competitors: completed. Building MVP: in progress.'),
    ).toBeTruthy();
  });

  it('says that it reconnects while the stream is down, and asks for the status meanwhile', async () => {
    let job = makeJob();
    const { api } = show({ status: () => job });
    await waitFor(() => {
      expect(api.stream.isOpen()).toBe(true);
    });
    act(() => {
      api.stream.drop();
    });
    expect(await screen.findByText('Reconnecting…')).toBeTruthy();
    job = makeJob({ progress: 25, lastSeq: 4, events: [makeEvent(4, { message: 'From a poll' })] });
    expect(await screen.findByText('From a poll', undefined, { timeout: 4000 })).toBeTruthy();
    expect(screen.getByText('Line 1')).toBeTruthy();
  });

  it('asks before it cancels, and stops when told so', async () => {
    const cancelled = makeJob({
      status: 'cancelled',
      lastSeq: 3,
      canCancel: false,
      canRetry: true,
    });
    const { api, user } = show({ ...running, 'jobs.cancel': () => cancelled });
    await user.click((await screen.findAllByRole('button', { name: 'Cancel job' }))[0] as Element);
    await user.click(screen.getByRole('button', { name: 'Keep going' }));
    expect(api.calls.some(({ path }) => path === 'jobs.cancel')).toBe(false);
    await user.click(screen.getAllByRole('button', { name: 'Cancel job' })[0] as Element);
    await user.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
    expect(await screen.findByRole('heading', { name: 'The job was cancelled' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel job' })).toBeNull();
  });

  it('says what failed and what to do, and goes on after Retry', async () => {
    let job: Job = failed;
    const { user } = show({
      status: () => job,
      'jobs.retry': () => (job = makeJob({ status: 'queued', lastSeq: 4 })),
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('It stopped at “Building MVP”');
    expect(alert.textContent).toContain('A step took longer than its limit.');
    expect(alert.textContent).toContain('step.timeout');
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('heading', { name: 'Waiting for a worker' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows why a retry was refused and keeps the page', async () => {
    const { user } = show({
      status: () => failed,
      'jobs.retry': () => {
        throw refusal('job.not_retryable');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(/Only a failed or cancelled job can be retried/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('leads to the launch page when the kit is ready', async () => {
    show({
      status: () => makeJob({ status: 'completed', progress: 100, projectId, canCancel: false }),
    });
    const link = await screen.findByRole('link', { name: 'Open the launch page' });
    expect(link.getAttribute('href')).toBe(`/launch?project=${projectId}`);
    await waitFor(
      () => {
        expect(visited).toEqual([`/launch?project=${projectId}`]);
      },
      { timeout: 4000 },
    );
  });

  it('stays when the reader wants to stay', async () => {
    const { user } = show({
      status: () => makeJob({ status: 'completed', progress: 100, projectId, canCancel: false }),
    });
    await user.click(await screen.findByRole('button', { name: 'Stay here' }));
    await new Promise((resolve) => setTimeout(resolve, 2700));
    expect(visited).toEqual([]);
  });

  it('says so when the job is unknown or someone else’s, and offers to try again', async () => {
    show({
      status: () => {
        throw refusal('job.not_found');
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such job');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('shows markup in a log line as text', async () => {
    const message = '<img src=x onerror="alert(1)">';
    show({ status: () => makeJob({ events: [makeEvent(1, { message })] }) });
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByRole('log').querySelector('img')).toBeNull();
  });
});
