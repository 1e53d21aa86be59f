import { stepKeys, type ModelCall, type ModelUse } from '@hatchr/contracts';

/** What calls cost together and for each step. */
export function sumModelUse(calls: readonly ModelCall[]): ModelUse {
  const steps = stepKeys.flatMap((step) => {
    const own = calls.filter((call) => call.step === step);
    if (own.length === 0) return [];
    return [
      {
        step,
        ...sumOf(own),
        models: [...new Set(own.map(({ provider, model }) => `${provider} ${model}`))],
        fromCache: own.filter(({ outcome }) => outcome === 'from_cache').length,
        milliseconds: own.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      },
    ];
  });
  return { ...sumOf(calls), steps };
}

function sumOf(calls: readonly ModelCall[]): Omit<ModelUse, 'steps'> {
  const isPriced = calls.every(({ microUsd }) => microUsd !== null);
  return {
    calls: calls.filter(({ outcome }) => outcome !== 'from_cache').length,
    tokens: calls.reduce((sum, { usage }) => sum + usage.input + usage.output, 0),
    microUsd: isPriced ? calls.reduce((sum, { microUsd }) => sum + (microUsd ?? 0), 0) : null,
  };
}
