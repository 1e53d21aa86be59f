import {
  type DiscoveryResult,
  type ProductScreenshot,
  type ProductSpec,
  type VerificationReport,
} from '@hatchr/contracts';

/** A screenshot of the generated app with the bytes of its PNG. */
export type KitScreenshot = ProductScreenshot & { content: Uint8Array };

/** All that the launch kit is made of. Nothing else is known, so nothing else is claimed. */
export interface LaunchKitInput {
  spec: ProductSpec;
  discovery: DiscoveryResult;
  verification: VerificationReport;
  /** Names and versions of what the generated app is built with. */
  stack: { name: string; version: string }[];
  /** Of the running app, the most telling page first; where `images` is empty `reason` says why. */
  screenshots?: { images: readonly KitScreenshot[]; reason: string | null };
}
