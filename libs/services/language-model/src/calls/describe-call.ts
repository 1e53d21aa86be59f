import type { ModelCall } from '@hatchr/contracts';

const NUMBER = new Intl.NumberFormat('en-US');

/** A call in one line, as the live log shows it: `gpt-5.4-mini · Plan the product · 3,210 + 1,830 tokens · $0.0107 · 8.2 s`. */
export function describeCall(call: ModelCall): string {
  const { model, purpose, usage, microUsd, outcome, errorCode } = call;
  const seconds = `${(call.milliseconds / 1000).toFixed(1)} s`;
  const cost = [
    `${NUMBER.format(usage.input)} + ${NUMBER.format(usage.output)} tokens`,
    ...(microUsd === null ? [] : [`$${(microUsd / 1_000_000).toFixed(4)}`]),
    seconds,
  ];
  const ends = {
    answered: cost,
    from_cache: ['answered before, nothing sent'],
    unusable: [...cost, `not usable (${errorCode ?? 'unknown'})`],
    failed: [`failed (${errorCode ?? 'unknown'})`, seconds],
    cancelled: ['cancelled', seconds],
  };
  return [model, purpose, ...ends[outcome]].join(' · ');
}
