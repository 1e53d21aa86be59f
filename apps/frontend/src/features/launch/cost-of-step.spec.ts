import { describe, expect, it } from '@jest/globals';
import { anchoredProof } from '../../../test/fixtures/anchored-proof';
import { project } from '../../../test/fixtures/project';
import { costOfStep, modelCostOfStep, nothing } from './cost-of-step';

const report = (provider: string, sent: string[]) => ({
  ...{ provider, sent, outcome: 'answered' as const, hits: 3, durationMs: 200, reason: null },
});

describe('what a step cost', () => {
  it('is nothing for what was done here, and for services without a price', () => {
    expect(costOfStep('mvp', project)).toEqual(nothing);
    const discovery = { ...project.discovery, providers: [report('Wikidata', ['booking'])] };
    expect(costOfStep('discovery', { ...project, discovery })).toEqual(nothing);
  });

  it('is a bill of each paid service that was asked, with where to see it', () => {
    const providers = [report('Tavily', ['booking']), report('Brave Search', [])];
    const discovery = { ...project.discovery, providers };
    expect(costOfStep('discovery', { ...project, discovery })).toEqual({
      kind: 'billed',
      by: [{ name: 'Tavily', url: 'https://app.tavily.com' }],
    });
  });

  it('is a bill of each service that had a part in the launch kit', () => {
    const sound = { provider: 'speech service', mode: 'live' as const, reason: 'A key is set.' };
    const files = { path: 'v.mp4', webm: null, captions: 'v.vtt', poster: 'v.png' };
    const video = {
      status: 'made' as const,
      ...files,
      seconds: 26,
      width: 1280,
      height: 720,
      sound,
    };
    const servedBy = { provider: 'Livepeer AI gateway', mode: 'live' as const, reason: 'Drawn.' };
    const backdrop = { path: 'b.png', label: 'Backdrop', width: 1280, height: 720, servedBy };
    const launchKit = { ...project.launchKit, video, images: [backdrop] };
    expect(costOfStep('marketing', { ...project, launchKit })).toEqual({
      kind: 'billed',
      by: [
        { name: 'speech service', url: null },
        { name: 'Livepeer AI gateway', url: null },
      ],
    });
  });

  it('is the fee that the chain took, with the kits that share it', () => {
    expect(costOfStep('identity', { ...project, proof: anchoredProof })).toMatchObject({
      kind: 'amount',
      text: expect.stringContaining('CCD'),
    });
  });

  it('is an amount for the language model, which is counted here and not billed twice', () => {
    const use = { calls: 2, tokens: 12_400, microUsd: 31_000 };
    const step = { ...use, step: 'mvp' as const, models: ['OpenAI m'], fromCache: 0 };
    const modelUse = { ...use, steps: [{ ...step, milliseconds: 9_000 }] };
    const live = { provider: 'OpenAI m', mode: 'live' as const, reason: 'It planned.' };
    const made = { ...project, modelUse, servedBy: { ...project.servedBy, mvp: live } };
    expect(costOfStep('mvp', made)).toEqual(nothing);
    expect(modelCostOfStep('mvp', made)).toBe('$0.031 for 12,400 tokens');
    expect(modelCostOfStep('discovery', made)).toBeNull();
    const unpriced = { ...modelUse, steps: [{ ...step, microUsd: null, milliseconds: 9_000 }] };
    expect(modelCostOfStep('mvp', { modelUse: unpriced })).toBe(
      '12,400 tokens, price not known here',
    );
  });
});
