import { describe, expect, it } from '@jest/globals';
import { anchoredProof } from '../../../test/fixtures/anchored-proof';
import { project } from '../../../test/fixtures/project';
import { costOfStep, nothing } from './cost-of-step';

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
});
