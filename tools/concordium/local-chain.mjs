// A chain of one node: accounts, a pool of transactions, blocks that become final one block later.
import { randomBytes } from 'node:crypto';
import { isAuthorised } from './block-item.mjs';

const MICRO_CCD_PER_ENERGY = 4_000n;
const MAX_BLOCK_ENERGY = 3_000_000n;
const MAX_EXPIRY_MS = 2 * 60 * 60 * 1000;
const REGISTER_DATA_ENERGY = 300n;

/** A refusal with the words of the node. */
export class Refused extends Error {
  constructor(code, details) {
    super(details);
    this.code = code;
  }
}

export class LocalChain {
  genesisHash;
  microCcdPerEnergy = MICRO_CCD_PER_ENERGY;
  /** Aliases of an account share the first 29 bytes of its address. */
  accounts = new Map();
  pool = new Map();
  blocks = [];
  isStopped = false;
  /** Whether the next transactions to be included fail, as the chain charges them all the same. */
  failsExecution = false;
  clockOffset = 0;

  constructor({ genesisHash = randomBytes(32).toString('hex') } = {}) {
    this.genesisHash = genesisHash;
    this.#append([]);
  }

  now() {
    return Date.now() + this.clockOffset;
  }

  addAccount({ address, credentials, threshold, balance = 1_000_000_000n }) {
    const account = {
      address,
      credentials,
      threshold,
      balance,
      nonce: 1n,
      index: this.accounts.size,
    };
    this.accounts.set(keyOf(address), account);
    return account;
  }

  find(address) {
    return this.accounts.get(keyOf(address));
  }

  /** The next number that the account may use, counting what waits in the pool. */
  nextNonce(address) {
    const account = this.find(address);
    if (!account) return { nonce: 1n, allFinal: true };
    const pending = [...this.pool.values()].filter(
      ({ transaction, state }) =>
        state !== 'finalized' && this.find(transaction.sender) === account,
    );
    const highest = pending.reduce(
      (nonce, { transaction }) => (transaction.nonce >= nonce ? transaction.nonce + 1n : nonce),
      account.nonce,
    );
    return { nonce: highest, allFinal: pending.length === 0 };
  }

  /** Takes a transaction that was read into the pool. Returns its hash. @throws Refused with the node's own words */
  send(transaction) {
    if (this.isStopped)
      throw new Refused(
        'FAILED_PRECONDITION',
        'The network is stopped due to unrecognized protocol update.',
      );
    if (!transaction || !transaction.registered)
      throw new Refused('INVALID_ARGUMENT', 'Deserialization error');
    if (this.pool.has(transaction.hash)) throw new Refused('ALREADY_EXISTS', 'Duplicate entry');
    const reason = this.#whyRefused(transaction);
    if (reason) throw new Refused('INVALID_ARGUMENT', reason);
    this.pool.set(transaction.hash, { transaction, state: 'received', block: null, outcome: null });
    return transaction.hash;
  }

  #whyRefused(transaction) {
    const expiryMs = Number(transaction.expiry) * 1000;
    if (expiryMs < this.now()) return 'Stale';
    if (expiryMs > this.now() + MAX_EXPIRY_MS) return 'Expiry too late';
    const account = this.find(transaction.sender);
    if (!account) return 'Nonexisting sender account';
    const cost = energyOf(transaction);
    if (transaction.energy < cost) return 'Too low energy';
    if (transaction.energy > MAX_BLOCK_ENERGY)
      return 'The stated energy of the transaction exceeds the maximum allowed';
    const { digest, signatures, sponsor, sponsorSignatures } = transaction;
    const payer = sponsor ? this.find(sponsor) : account;
    if (!payer) return 'Nonexisting sponsor account';
    if (sponsor && Object.keys(sponsorSignatures).length === 0) return 'Missing sponsor signature';
    if (!sponsor && Object.keys(sponsorSignatures).length > 0) return 'Missing sponsor account';
    const { nonce } = this.nextNonce(transaction.sender);
    if (transaction.nonce < nonce) return 'Duplicate nonce';
    if (transaction.nonce > nonce) return 'Nonce too large';
    if (payer.balance < transaction.energy * this.microCcdPerEnergy)
      return 'The sender/sponsor did not have enough funds to cover the costs';
    const isSigned = isAuthorised(digest, signatures, account);
    const isSponsored = !sponsor || isAuthorised(digest, sponsorSignatures, payer);
    if (!isSigned || !isSponsored) return 'Verification failed';
    return null;
  }

  status(hash) {
    const entry = this.pool.get(hash);
    if (!entry) throw new Refused('NOT_FOUND', 'transaction not found.');
    return entry;
  }

  /** Makes the last block final and fills the next one. Expired transactions leave the pool. */
  produceBlock() {
    if (this.isStopped) return;
    for (const hash of this.blocks.at(-1).items) this.pool.get(hash).state = 'finalized';
    const now = this.now();
    const waiting = [...this.pool].filter(([, { state }]) => state === 'received');
    waiting.sort(([, a], [, b]) => (a.transaction.nonce < b.transaction.nonce ? -1 : 1));
    const included = [];
    for (const [hash, entry] of waiting) {
      const { transaction } = entry;
      const account = this.find(transaction.sender);
      if (Number(transaction.expiry) * 1000 < now) this.pool.delete(hash);
      else if (transaction.nonce === account.nonce) {
        this.#execute(entry, account, included.length);
        included.push(hash);
      }
    }
    const block = this.#append(included);
    for (const hash of included) Object.assign(this.pool.get(hash), { state: 'committed', block });
  }

  #execute(entry, account, index) {
    const energy = energyOf(entry.transaction);
    const cost = energy * this.microCcdPerEnergy;
    const { sponsor } = entry.transaction;
    account.nonce += 1n;
    (sponsor ? this.find(sponsor) : account).balance -= cost;
    entry.outcome = { index, energy, cost, hasFailed: this.failsExecution };
  }

  #append(items) {
    const previous = this.blocks.at(-1);
    const hash = previous ? randomBytes(32).toString('hex') : this.genesisHash;
    const block = {
      hash,
      parent: previous?.hash ?? hash,
      height: this.blocks.length,
      time: this.now(),
      items,
    };
    this.blocks.push(block);
    return block;
  }

  /** The newest block that cannot be undone: the one below the top. */
  get lastFinal() {
    return this.blocks.at(-2) ?? this.blocks[0];
  }

  findBlock(hash) {
    return this.blocks.find((block) => block.hash === hash);
  }

  /** Hashes of everything that was paid for, in the order of the nonces. */
  get paid() {
    return [...this.pool.values()]
      .filter(({ outcome }) => outcome)
      .map(({ transaction }) => transaction)
      .sort((a, b) => (a.nonce < b.nonce ? -1 : 1));
  }
}

/** 100 a signature, 1 a byte of header and payload, and the price of the kind. */
function energyOf({ signatures, sponsorSignatures, payload, headerSize }) {
  const count = [signatures, sponsorSignatures]
    .flatMap(Object.values)
    .reduce((sum, keys) => sum + Object.keys(keys).length, 0);
  return BigInt(100 * count + headerSize + payload.length) + REGISTER_DATA_ENERGY;
}

const keyOf = (address) => Buffer.from(address).subarray(0, 29).toString('hex');
