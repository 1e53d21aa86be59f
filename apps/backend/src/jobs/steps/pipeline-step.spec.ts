import { describe, expect, it } from '@jest/globals';
import { stepOutputs } from '../../../test/step-outputs.js';
import { stepOutputSchemas } from './pipeline-step.js';

describe('what a step left', () => {
  it('is read on by a job that made its app before there were screenshots', () => {
    const { screenshots: _screenshots, ...older } = stepOutputs().mvp;
    const read = stepOutputSchemas.mvp.parse(JSON.parse(JSON.stringify(older)));
    expect(read).toMatchObject(older);
    expect(read.screenshots.images).toEqual([]);
    expect(read.screenshots.reason).toContain('before there were screenshots');
  });
});
