import { type DiscoveryResult, type ProductSpec, type VerificationReport } from '@hatchr/contracts';

/** A page of the generated app, photographed while it ran. */
export interface KitScreenshot {
  /** Route of the page as the specification writes it, for example `/bookings/[id]`. */
  page: string;
  /** The page's title in the specification. */
  title: string;
  role: 'landing' | 'dashboard' | 'list' | 'detail' | 'public';
  theme: 'light' | 'dark';
  device: 'desktop' | 'phone';
  /** Of the image, in pixels. */
  width: number;
  height: number;
  /** Of the PNG among the files of the kit. */
  path: string;
  content: Uint8Array;
}

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
