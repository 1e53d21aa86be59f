import { describe, expect, it } from '@jest/globals';
import { measureFiles } from './measure-files.js';

describe('measureFiles', () => {
  it('counts bytes, not characters', () => {
    expect(measureFiles([{ path: 'a', content: 'é' }])).toEqual({
      files: 1,
      bytes: 2,
      problems: [],
    });
  });
  it('names a file that is too large', () => {
    const { problems } = measureFiles([{ path: 'public/big.bin', content: 'x'.repeat(1_000_001) }]);
    expect(problems.join()).toContain('public/big.bin');
  });
  it('refuses too many files', () => {
    const files = Array.from({ length: 501 }, (_, index) => ({
      path: `f${String(index)}`,
      content: '',
    }));
    expect(measureFiles(files).problems).toEqual(['501 files are too many.']);
  });
});
