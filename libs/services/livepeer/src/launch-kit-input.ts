import { type DiscoveryResult, type ProductSpec, type VerificationReport } from '@hatchr/contracts';

/** All that the launch kit is made of. Nothing else is known, so nothing else is claimed. */
export interface LaunchKitInput {
  spec: ProductSpec;
  discovery: DiscoveryResult;
  verification: VerificationReport;
  /** Names and versions of what the generated app is built with. */
  stack: { name: string; version: string }[];
}
