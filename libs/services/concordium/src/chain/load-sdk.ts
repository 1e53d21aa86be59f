import type * as Sdk from '@concordium/web-sdk';
import type * as NodeSdk from '@concordium/web-sdk/nodejs';
import type * as Transport from '@protobuf-ts/grpc-transport';

export type ConcordiumSdk = typeof Sdk & typeof NodeSdk & typeof Transport;

let loading: Promise<ConcordiumSdk> | undefined;

/** The SDK with its WebAssembly (0.3 s, 90 MB), loaded with the first use so that nobody else pays for it. */
export function loadSdk(): Promise<ConcordiumSdk> {
  loading ??= Promise.all([
    import('@concordium/web-sdk'),
    import('@concordium/web-sdk/nodejs'),
    import('@protobuf-ts/grpc-transport'),
  ]).then(([sdk, nodeSdk, transport]) => ({ ...sdk, ...nodeSdk, ...transport }));
  return loading;
}
