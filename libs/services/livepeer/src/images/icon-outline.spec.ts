import { iconNames } from '@hatchr/contracts';
import { describe, expect, it } from '@jest/globals';
import { iconOutline } from './icon-outline.js';

describe('the outlines of icons', () => {
  it('cover every icon that a plan may name, so none is drawn as the plain hexagon', () => {
    const plain = iconOutline('no such icon');
    expect(iconNames.filter((name) => iconOutline(name) === plain)).toEqual([]);
  });

  it('have something plain for any other name', () => {
    expect(iconOutline('no such icon')).toMatch(/^M/u);
  });
});
