import { describe, expect, it } from '@jest/globals';
import { chooseBlocks } from './choose-blocks.js';
import { readPrompt } from './read-prompt.js';

const idsOf = (prompt: string): string[] =>
  chooseBlocks(readPrompt(prompt)).map(({ block }) => block.id);

describe('chooseBlocks', () => {
  it('does not take a word for a domain where it stands in a longer term of another', () => {
    expect(idsOf('Daily notes for every job site')).toEqual(['field_service']);
  });

  it('takes a supporting word for the domain only where the sentence says nothing else', () => {
    expect(idsOf('Notes')).toEqual(['notebook']);
    expect(idsOf('Notes about butterflies and stamps')).toEqual([]);
  });

  it('keeps a domain whose word also stands alone', () => {
    expect(idsOf('A job board, with the job site of each')).toEqual(
      expect.arrayContaining(['job_board', 'field_service']),
    );
  });
});
