import type { Angle, DiscoveryResult } from '@hatchr/contracts';

type Gap = DiscoveryResult['gaps'][number];

const maximumAngles = 3;

function describe(
  gap: Gap,
  featureLabels: ReadonlyMap<string, string>,
): { title: string; advice: string } {
  if (gap.id === 'gap.audience')
    return {
      title: 'Be made for one audience',
      advice: 'Name that audience in the first line and build what only it needs.',
    };
  if (gap.id === 'gap.words')
    return {
      title: 'Do what nobody mentions',
      advice: 'Say it first, and show it working before anything else.',
    };
  const label = featureLabels.get(gap.id.slice('gap.'.length));
  return {
    title: label === undefined ? 'Fill the gap' : `Lead with “${label}”`,
    advice: 'Make it work in the first version and put it where a visitor looks first.',
  };
}

/**
 * Up to three ways to be different, each out of one gap and resting on its evidence: what the founder's own
 * sentence asks for comes first, as the gaps do. A gap without evidence suggests nothing.
 */
export function suggestAngles(
  gaps: readonly Gap[],
  featureLabels: ReadonlyMap<string, string>,
): Angle[] {
  return gaps
    .filter(({ evidenceIds }) => evidenceIds.length > 0)
    .slice(0, maximumAngles)
    .map((gap) => {
      const { title, advice } = describe(gap, featureLabels);
      return {
        id: gap.id.replace(/^gap\./u, 'angle.'),
        gapId: gap.id,
        title,
        statement: `${gap.statement} ${advice}`,
        evidenceIds: gap.evidenceIds,
      };
    });
}
