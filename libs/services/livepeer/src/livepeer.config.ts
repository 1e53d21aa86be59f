/** Settings of the launch kit. All are optional; the defaults are measured in this package's benchmark notes. */
export interface LivepeerConfig {
  /** Milliseconds after which rendering is stopped. Default 120,000: some hundred times the usual second. */
  timeLimitMs?: number;
  /** JavaScript heap of the rendering process in megabytes. Default 512; Skia's own memory is outside of it. */
  memoryLimitMb?: number;
  /** Package that draws images and PDF. Default `@napi-rs/canvas`; any other name must offer the same interface. */
  canvasPackage?: string;
}

/** Injection token of the configuration with its defaults filled in. */
export const LIVEPEER_CONFIG = Symbol('LIVEPEER_CONFIG');

/** The configuration with every default. */
export function withDefaults(config: LivepeerConfig): Required<LivepeerConfig> {
  return {
    timeLimitMs: config.timeLimitMs ?? 120_000,
    memoryLimitMb: config.memoryLimitMb ?? 512,
    canvasPackage: config.canvasPackage ?? '@napi-rs/canvas',
  };
}
