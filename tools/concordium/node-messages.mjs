// Answers of a node of protocol 10, as its service spells them.
const bytes = (hex) => ({ value: Buffer.from(hex, 'hex') });
const time = (ms) => ({ value: BigInt(Math.floor(ms)) });
const fraction = (partsPerHundredThousand) => ({ partsPerHundredThousand });
const PROTOCOL_10 = 9;

export function blockItemStatus(entry, { isNewerThanSdk }) {
  if (entry.state === 'received') return status('received', {});
  const { transaction, outcome, block } = entry;
  const effect = outcome.hasFailed
    ? {
        oneofKind: 'none',
        none: {
          transactionType: 21,
          rejectReason: { reason: { oneofKind: 'outOfEnergy', outOfEnergy: {} } },
        },
      }
    : { oneofKind: 'dataRegistered', dataRegistered: { value: transaction.registered } };
  const { sponsor } = transaction;
  const details = {
    cost: { value: sponsor ? 0n : outcome.cost },
    ...(sponsor ? { sponsor: { cost: { value: outcome.cost }, sponsor: { value: sponsor } } } : {}),
    sender: { value: transaction.sender },
    // A variant that the SDK does not know arrives as none at all.
    effects: { effect: isNewerThanSdk ? { oneofKind: undefined } : effect },
  };
  const summary = {
    index: { value: BigInt(outcome.index) },
    energyCost: { value: outcome.energy },
    hash: bytes(transaction.hash),
    details: { oneofKind: 'accountTransaction', accountTransaction: details },
  };
  const inBlock = { blockHash: bytes(block.hash), outcome: summary };
  return entry.state === 'committed'
    ? status('committed', { outcomes: [inBlock] })
    : status('finalized', { outcome: inBlock });
}

const status = (kind, value) => ({ status: { oneofKind: kind, [kind]: value } });

export function consensusInfo(chain) {
  const top = chain.blocks.at(-1);
  const final = chain.lastFinal;
  const genesis = bytes(chain.genesisHash);
  return {
    bestBlock: bytes(top.hash),
    genesisBlock: genesis,
    genesisTime: time(chain.blocks[0].time),
    epochDuration: { value: 3_600_000n },
    lastFinalizedBlock: bytes(final.hash),
    bestBlockHeight: { value: BigInt(top.height) },
    lastFinalizedBlockHeight: { value: BigInt(final.height) },
    lastFinalizedTime: time(final.time),
    blocksReceivedCount: chain.blocks.length,
    blockReceiveLatencyEma: 0,
    blockReceiveLatencyEmsd: 0,
    blocksVerifiedCount: chain.blocks.length,
    blockArriveLatencyEma: 0,
    blockArriveLatencyEmsd: 0,
    transactionsPerBlockEma: 0,
    transactionsPerBlockEmsd: 0,
    finalizationCount: chain.blocks.length,
    protocolVersion: PROTOCOL_10,
    genesisIndex: { value: 0 },
    currentEraGenesisBlock: genesis,
    currentEraGenesisTime: time(chain.blocks[0].time),
    currentTimeoutDuration: { value: 10_000n },
    currentRound: { value: BigInt(top.height) },
    currentEpoch: { value: 0n },
    triggerBlockTime: time(top.time + 3_600_000),
  };
}

export function blockInfo(chain, block) {
  return {
    hash: bytes(block.hash),
    height: { value: BigInt(block.height) },
    parentBlock: bytes(block.parent),
    lastFinalizedBlock: bytes(chain.lastFinal.hash),
    genesisIndex: { value: 0 },
    eraBlockHeight: { value: BigInt(block.height) },
    receiveTime: time(block.time),
    arriveTime: time(block.time),
    slotTime: time(block.time),
    baker: { value: 0n },
    finalized: block.height <= chain.lastFinal.height,
    transactionCount: block.items.length,
    transactionsEnergyCost: { value: 0n },
    transactionsSize: 0,
    stateHash: bytes(block.hash),
    protocolVersion: PROTOCOL_10,
    round: { value: BigInt(block.height) },
    epoch: { value: 0n },
  };
}

export function accountInfo(account) {
  const empty = { value: new Uint8Array(96) };
  const creds = Object.fromEntries(
    Object.entries(account.credentials).map(([index, credential]) => [
      index,
      credentialOf(credential),
    ]),
  );
  return {
    sequenceNumber: { value: account.nonce },
    amount: { value: account.balance },
    availableBalance: { value: account.balance },
    schedule: { total: { value: 0n }, schedules: [] },
    creds,
    threshold: { value: account.threshold },
    encryptedBalance: { selfAmount: empty, startIndex: 0n, incomingAmounts: [] },
    encryptionKey: empty,
    index: { value: BigInt(account.index) },
    address: { value: account.address },
    cooldowns: [],
    tokens: [],
  };
}

/** What commitments and proofs are made with. */
export const cryptographicParameters = (parameters) => ({
  genesisString: parameters.genesisString,
  bulletproofGenerators: Buffer.from(parameters.bulletproofGenerators, 'hex'),
  onChainCommitmentKey: Buffer.from(parameters.onChainCommitmentKey, 'hex'),
});

function credentialOf({ keys, threshold, credId, commitments = {}, issuer = 0, validTo }) {
  const commitment = { value: new Uint8Array(48) };
  const normal = {
    keys: {
      keys: Object.fromEntries(
        Object.entries(keys).map(([index, key]) => [
          index,
          { key: { oneofKind: 'ed25519Key', ed25519Key: Buffer.from(key, 'hex') } },
        ]),
      ),
      threshold: { value: threshold },
    },
    credId: bytes(credId),
    ipId: { value: issuer },
    policy: {
      createdAt: { year: 2026, month: 1 },
      validTo: validTo ?? { year: 2031, month: 1 },
      attributes: {},
    },
    arThreshold: { value: 1 },
    arData: {},
    commitments: {
      prf: commitment,
      credCounter: commitment,
      maxAccounts: commitment,
      attributes: Object.fromEntries(
        Object.entries(commitments).map(([tag, hex]) => [tag, bytes(hex)]),
      ),
      idCredSecSharingCoeff: [],
    },
  };
  return { credentialValues: { oneofKind: 'normal', normal } };
}

/** What a transaction costs follows from these: energy in euro, euro in microCCD. */
export function chainParameters(chain) {
  const nobody = { accessPublicKeys: [], accessThreshold: { value: 1 } };
  const keys = { keys: [], threshold: { value: 1 } };
  const range = { min: fraction(0), max: fraction(10_000) };
  const access =
    'emergency protocol parameterConsensus parameterEuroPerEnergy parameterMicroCCDPerEuro parameterFoundationAccount parameterMintDistribution parameterTransactionFeeDistribution parameterGasRewards poolParameters addAnonymityRevoker addIdentityProvider';
  const v3 = {
    euroPerEnergy: { value: { numerator: 1n, denominator: 50_000n } },
    microCcdPerEuro: { value: { numerator: chain.microCcdPerEnergy * 50_000n, denominator: 1n } },
    accountCreationLimit: { value: 10 },
    foundationAccount: { value: new Uint8Array(32) },
    rootKeys: keys,
    level1Keys: keys,
    level2Keys: {
      v0: { keys: [], ...Object.fromEntries(access.split(' ').map((name) => [name, nobody])) },
      parameterCooldown: nobody,
      parameterTime: nobody,
    },
    timeParameters: {
      rewardPeriodLength: { value: { value: 24n } },
      mintPerPayday: { mantissa: 1, exponent: 5 },
    },
    cooldownParameters: { delegatorCooldown: { value: 1n }, poolOwnerCooldown: { value: 1n } },
    mintDistribution: { bakingReward: fraction(1), finalizationReward: fraction(1) },
    transactionFeeDistribution: { baker: fraction(1), gasAccount: fraction(1) },
    gasRewards: { baker: fraction(1), accountCreation: fraction(1), chainUpdate: fraction(1) },
    poolParameters: {
      passiveFinalizationCommission: fraction(1),
      passiveBakingCommission: fraction(1),
      passiveTransactionCommission: fraction(1),
      commissionBounds: { finalization: range, baking: range, transaction: range },
      minimumEquityCapital: { value: 1n },
      capitalBound: { value: fraction(1) },
      leverageBound: { value: { numerator: 1n, denominator: 1n } },
    },
    consensusParameters: {
      timeoutParameters: {
        timeoutBase: { value: 10_000n },
        timeoutDecrease: { numerator: 1n, denominator: 2n },
        timeoutIncrease: { numerator: 2n, denominator: 1n },
      },
      minBlockTime: { value: 1_000n },
      blockEnergyLimit: { value: 3_000_000n },
    },
    finalizationCommitteeParameters: {
      finalizerRelativeStakeThreshold: fraction(1),
      minimumFinalizers: 1,
      maximumFinalizers: 1,
    },
    validatorScoreParameters: { maximumMissedRounds: 1n },
  };
  return { parameters: { oneofKind: 'v3', v3 } };
}
