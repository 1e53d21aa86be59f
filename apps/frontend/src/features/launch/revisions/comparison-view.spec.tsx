import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComparisonView, FileDiff } from './comparison-view';

const comparison = {
  spec: [
    { path: 'entities.client', change: 'changed' as const, message: 'Client is now Customer' },
  ],
  files: [
    { path: 'src/a.ts', change: 'changed' as const, additions: 2, deletions: 1 },
    { path: 'logo.png', change: 'added' as const, additions: null, deletions: null },
  ],
};

describe('the comparison of two revisions', () => {
  afterEach(cleanup);

  it('tells the changes in words and asks for a file only when it is opened', async () => {
    const asked: string[] = [];
    render(
      <ComparisonView
        comparison={comparison}
        renderFile={(path) => {
          asked.push(path);
          return <p>Lines of {path}</p>;
        }}
      />,
    );
    expect(screen.getByText('Client is now Customer')).toBeTruthy();
    expect(screen.getByText('not compared by line')).toBeTruthy();
    expect(asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /src\/a\.ts/ }));
    expect(screen.getByText('Lines of src/a.ts')).toBeTruthy();
  });

  it('says why a file has no lines to show', () => {
    render(<FileDiff file={{ path: 'logo.png', omitted: 'binary', hunks: [] }} />);
    expect(screen.getByText(/is binary/)).toBeTruthy();
  });

  it('shows markup in a changed line as text, with its sign', () => {
    const lines = ['-<img src=x>', '+<b>new</b>', ' same'];
    const hunk = { fromStart: 1, fromLines: 2, toStart: 1, toLines: 2, lines };
    render(<FileDiff file={{ path: 'a.html', omitted: null, hunks: [hunk] }} />);
    const diff = screen.getByRole('group', { name: 'Changes in a.html' });
    expect(diff.querySelector('img, b')).toBeNull();
    expect(diff.textContent).toContain('+<b>new</b>');
  });
});
