export interface ConcordiumConfig {
  /**
   * Ed25519 private key in PKCS8 PEM (`generateLogKey()`), with which this instance signs its log. The same on every
   * process of one instance, and kept as long as the log is.
   */
  logPrivateKeyPem: string;
}

/** Injection token of the configuration. */
export const concordiumConfig = Symbol('concordiumConfig');
