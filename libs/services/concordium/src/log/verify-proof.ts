import {
  errorCatalogue,
  logEntrySchema,
  proofSchema,
  type ChainAnchor,
  type ErrorCode,
  type Proof,
  type ProofVerification,
} from '@hatchr/contracts';
import type { AnchorVerification } from '../anchoring/verify-anchor.js';
import { explorerUrlOf } from '../chain/chain.config.js';
import { labelOf, nameOfNetwork, servedByOf } from './local-proof.js';
import { hashOfEntry, isEntryTime, isSignedBy } from './log-entry.js';
import { readLogPublicKey, type LogPublicKey } from './log-key.js';

type Check = ProofVerification['checks'][number];

// Strict: a field that the hash does not cover has no place in an entry that someone presents.
const presentedProofSchema = proofSchema.extend({ entry: logEntrySchema.strict() });

const check = (name: string, passed: boolean, right: string, wrong: string): Check => ({
  name,
  passed,
  detail: passed ? right : wrong,
});

/**
 * Checks a proof in single, named steps: `format`, `label`, `digest`, `entry_hash`, `key_id`, `signature` and
 * `instance_key`. Takes anything for a proof, from anywhere, and never throws for it. `unknown` when there is no
 * proof to check.
 */
export function verifyProof(
  proof: unknown,
  digest: string,
  expectedKey: LogPublicKey,
): ProofVerification {
  if (proof === null || proof === undefined)
    return { outcome: 'unknown', statement: noProof, checks: [], proof: null };
  const parsed = presentedProofSchema.safeParse(proof);
  if (!parsed.success || !isEntryTime(parsed.data.entry.recordedAt)) {
    const checks = [check('format', false, '', 'This does not have the form of a proof.')];
    return { outcome: 'invalid', statement: invalid, checks, proof: null };
  }
  const checks = checksOf(parsed.data, digest, expectedKey);
  const isVerified = checks.every(({ passed }) => passed);
  return {
    outcome: isVerified ? 'verified' : 'invalid',
    statement: isVerified ? verified(parsed.data) : invalid,
    checks,
    proof: parsed.data,
  };
}

function checksOf(proof: Proof, digest: string, expectedKey: LogPublicKey): Check[] {
  const { entry } = proof;
  const key = keyOf(proof);
  const hash = hashOfEntry(entry);
  return [
    check('format', true, 'It has the form of a proof.', ''),
    check(
      'label',
      isLabelledRightly(proof),
      `It calls itself what it is: ${proof.label}.`,
      'It claims to be more than what it holds.',
    ),
    check(
      'digest',
      entry.digest === digest,
      'It is about this digest.',
      `It is about another digest: ${entry.digest}.`,
    ),
    check(
      'entry_hash',
      entry.entryHash === hash,
      'The hash of the entry is that of its fields.',
      'The hash of the entry is not that of its fields: something in it was changed.',
    ),
    check(
      'key_id',
      key !== null && entry.keyId === key.keyId,
      'The entry names the key that comes with the proof.',
      'The entry names another key, or the proof carries none of type Ed25519.',
    ),
    check(
      'signature',
      key !== null && isSignedBy(entry, key),
      'The signature over the hash is that of the key.',
      'The signature over the hash is not that of the key.',
    ),
    check(
      'instance_key',
      key !== null && key.keyId === expectedKey.keyId,
      `The key is the one that was expected: ${expectedKey.keyId}.`,
      'The key is not the one that was expected, so someone else may have made this proof.',
    ),
  ];
}

// The signature does not cover what surrounds the entry, so a dressed-up proof is caught here.
function isLabelledRightly({ label, servedBy, anchor, founder }: Proof): boolean {
  const is = servedByOf(anchor, founder);
  const isServed =
    servedBy.provider === is.provider && servedBy.mode === is.mode && servedBy.reason === is.reason;
  const isPlain = [anchor, founder].every(
    (one) =>
      !one ||
      (one.explorerUrl === explorerUrlOf(one, one.transactionHash) &&
        (one.status !== 'finalized' || one.problem === null)),
  );
  return isServed && isPlain && label === labelOf(anchor, founder);
}

function keyOf(proof: Proof): LogPublicKey | null {
  try {
    const key = readLogPublicKey(proof.publicKey);
    // A key has one spelling, so that a changed character shows.
    return key.pem === proof.publicKey ? key : null;
  } catch {
    return null;
  }
}

const verified = ({ entry }: Proof): string =>
  `Entry ${entry.index} of this instance's log records that a kit with this digest existed by ${entry.recordedAt}, ` +
  "by this instance's clock, signed with its key. It is not on a chain: whoever holds the key could have written " +
  `another log or another time. ${notAbout}`;

const notAbout = 'It says nothing about who made the kit or whether it is good.';

const invalid =
  'This proof does not hold: at least one check failed. It shows nothing about the files, neither that they are ' +
  'right nor that they are wrong.';

const noProof =
  'No proof is recorded for this digest here. That does not show that the files are wrong: they may have been ' +
  'changed since, or come from another instance.';

/**
 * The same verification with what the chain says, if the proof is anchored there. `isOurRecord`: the anchor was read
 * from our own ledger, where it only got by the chain's word; one that someone brings counts for nothing unless the
 * chain confirms it.
 */
export function withChain(
  verification: ProofVerification,
  { checks, notAsked }: AnchorVerification,
  { isOurRecord }: { isOurRecord: boolean },
): ProofVerification {
  const { proof } = verification;
  const anchor = proof?.anchor;
  if (!proof || !anchor || verification.outcome !== 'verified') return verification;
  const all = [...verification.checks, ...checks];
  if (checks.some(({ passed }) => !passed))
    return { outcome: 'invalid', statement: invalid, checks: all, proof };
  if (notAsked && !isOurRecord)
    return { outcome: 'unknown', statement: unasked(notAsked), checks: all, proof };
  const statement = checks.length > 0 ? anchored(proof, anchor, notAsked) : waiting(proof, anchor);
  return { outcome: 'verified', statement, checks: all, proof };
}

/** The same for the transaction of the founder's own account, once `withChain` has had its say. */
export function withFounder(
  verification: ProofVerification,
  { checks, notAsked }: AnchorVerification,
  { isOurRecord }: { isOurRecord: boolean },
): ProofVerification {
  const { proof } = verification;
  const founder = proof?.founder;
  if (!proof || !founder || checks.length === 0 || verification.outcome !== 'verified')
    return verification;
  const all = [
    ...verification.checks,
    ...checks.map((one) => ({ ...one, name: `founder_${one.name}` })),
  ];
  if (checks.some(({ passed }) => !passed))
    return { outcome: 'invalid', statement: invalid, checks: all, proof };
  if (notAsked && !isOurRecord)
    return { outcome: 'unknown', statement: unasked(notAsked), checks: all, proof };
  const whose = isOurRecord ? shownHere : saidOnly;
  const statement = `${anchored(proof, founder, notAsked)} ${whose}`;
  return { outcome: 'verified', statement, checks: all, proof };
}

const shownHere =
  'Not this instance signed that transaction but an account that the owner of the kit had shown to be theirs: who held ' +
  'its keys had the digest by then.';

const saidOnly =
  'That this account is the founder’s is what the proof says; the chain shows only that its keys signed.';

function anchored({ entry }: Proof, anchor: ChainAnchor, notAsked: ErrorCode | null): string {
  const chain = nameOfNetwork(anchor);
  const said = notAsked
    ? `${errorCatalogue[notAsked].message} When it was last asked, ${chain} held, in`
    : `On ${chain} stands, in`;
  return (
    `${said} a final block of ${anchor.blockTime ?? ''}, a transaction of account ${anchor.sender} that commits to this ` +
    `digest: a kit with it existed by then, by the clock of the chain, and nobody can date that back. Entry ${entry.index} ` +
    `of this instance's own log says ${entry.recordedAt}. ${notAbout}`
  );
}

const unasked = (notAsked: ErrorCode): string =>
  `The chain that this proof names could not be asked from here, so nothing is said about it. ${errorCatalogue[notAsked].message}`;

const waiting = (proof: Proof, anchor: ChainAnchor): string =>
  anchor.status === 'failed'
    ? `${verified(proof)} The chain refused its transaction; the operator can have it anchored anew.`
    : `${verified(proof)} It is on its way to ${nameOfNetwork(anchor)}: ${anchor.problem ?? 'this page shows when it has arrived.'}`;
