/** Keeps answers of outside services, so that the same question is not asked twice. Keys hold no secret. */
export abstract class ResearchCache {
  /** The value, or null where there is none or it has expired. Parse it: it may be of an earlier release. */
  abstract get(key: string): Promise<unknown>;
  /** @param value anything that JSON can hold */
  abstract set(key: string, value: unknown, expiresAt: Date): Promise<void>;
}
