import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { PackagingModule, PackagingService } from './index.js';

describe('PackagingModule', () => {
  it('gives its service without any configuration', async () => {
    const module = await Test.createTestingModule({ imports: [PackagingModule] }).compile();
    const manifest = module.get(PackagingService).manifest({ name: 'A', slug: 'a' }, []);
    expect(manifest.files).toEqual([]);
    await module.close();
  });
});
