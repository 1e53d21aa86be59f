import type * as Sdk from '@concordium/web-sdk';
import type * as NodeSdk from '@concordium/web-sdk/nodejs';

export type ConcordiumSdk = typeof Sdk & typeof NodeSdk;

let loading: Promise<ConcordiumSdk> | undefined;

/** The SDK with its WebAssembly (0.3 s, 90 MB), loaded with the first use so that nobody else pays for it. */
export function loadSdk(): Promise<ConcordiumSdk> {
  loading ??= Promise.all([
    import('@concordium/web-sdk'),
    import('@concordium/web-sdk/nodejs'),
  ]).then(([sdk, nodeSdk]) => ({ ...sdk, ...nodeSdk }));
  return loading;
}
