export { AnchorLedger, type LiveAnchor, type NewAnchor } from './anchoring/anchor-ledger.port.js';
export { AnchoringService } from './anchoring/anchoring.service.js';
export {
  FounderAnchoringService,
  type ReportedOutcome,
  type ReportedTransaction,
} from './anchoring/founder-anchoring.service.js';
export type { TurnReport } from './anchoring/run-turn.js';
export {
  explorerUrlOf,
  knownNetworks,
  type AnchoringConfig,
  type ChainConfig,
} from './chain/chain.config.js';
export type { FinalizedTransaction } from './chain/concordium-node.js';
export type { ConcordiumConfig } from './concordium.config.js';
export { ConcordiumModule } from './concordium.module.js';
export { ConcordiumService } from './concordium.service.js';
export { flawOfInclusion, isHeadSigned } from './log/log-head.js';
export { isConsistent, MerkleTree } from './merkle/merkle-tree.js';
export type { AttributeQuestion } from './identity/attribute-request.js';
export { IdentityService } from './identity/identity.service.js';
export { generateLogKey } from './log/log-key.js';
export { withChain, withFounder } from './log/verify-proof.js';
export type { AnchorVerification } from './anchoring/verify-anchor.js';
export type { ChainVerification, LogHead } from './log/verify-chain.js';
