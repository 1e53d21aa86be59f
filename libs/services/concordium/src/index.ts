export type { ConcordiumConfig } from './concordium.config.js';
export { ConcordiumModule } from './concordium.module.js';
export { ConcordiumService } from './concordium.service.js';
export { generateLogKey } from './log/log-key.js';
export type { ChainVerification, LogHead } from './log/verify-chain.js';
