// The identity behind a test account, as a provider would have issued it, and the proofs that its wallet makes.
import { AttributesKeys, createAccountDID, getVerifiablePresentation } from '@concordium/web-sdk';
import { bls12_381 } from '@noble/curves/bls12-381';
import { createHash, randomBytes } from 'node:crypto';

const { BASE } = bls12_381.G1.ProjectivePoint;
/** A range proof of one attribute takes one pair for each of 128 bits. */
const GENERATOR_PAIRS = 128;

/** Any point will do where nobody lies: who knows its scalar, as tests do, could open a commitment as they like. */
const pointOf = (label) => BASE.multiply(scalarOf(createHash('sha256').update(label).digest()));
const hexOf = (point) => point.toHex(true);

/** 256 bits as a number below the order of the group, which has 255. */
function scalarOf(bytes) {
  const number = Buffer.from(bytes);
  number[0] &= 0x3f;
  return BigInt(`0x${number.toString('hex')}`);
}

let parameters;

/** What every commitment and proof of the local chain is made with. Made once: it takes a second. */
export function cryptographicParameters() {
  if (parameters) return parameters;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(GENERATOR_PAIRS);
  const pairs = Array.from({ length: GENERATOR_PAIRS }, (_, index) =>
    ['G', 'H'].map((name) => hexOf(pointOf(`${name}${index}`))).join(''),
  );
  parameters = {
    onChainCommitmentKey: ['g', 'h'].map((name) => hexOf(pointOf(name))).join(''),
    bulletproofGenerators: count.toString('hex') + pairs.join(''),
    genesisString: 'Local chain for tests',
  };
  return parameters;
}

/** An attribute as a number: its length, then its text to the right. */
function numberOf(text) {
  const bytes = Buffer.alloc(32);
  bytes.write(text, 32 - text.length, 'ascii');
  bytes[0] = text.length;
  return BigInt(`0x${bytes.toString('hex')}`);
}

/**
 * Gives the account's credential commitments to attributes (Pedersen, by chance of its own). Returns what a wallet keeps
 * of it: `present` proves statements of them; `lies` are values that it claims instead.
 */
export function giveIdentity(account, attributes, { issuer = 0, validTo } = {}) {
  const [g, h] = [pointOf('g'), pointOf('h')];
  const randomness = Object.fromEntries(
    Object.keys(attributes).map((name) => {
      const bytes = randomBytes(32);
      bytes[0] &= 0x3f;
      return [name, bytes.toString('hex')];
    }),
  );
  const commitments = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      AttributesKeys[name],
      hexOf(g.multiply(numberOf(value)).add(h.multiply(BigInt(`0x${randomness[name]}`)))),
    ]),
  );
  const credId = hexOf(BASE.multiply(scalarOf(randomBytes(32))));
  Object.assign(account.onChain.credentials[0], { credId, commitments, issuer, validTo });
  const present = ({ challenge, statements }, lies = {}) =>
    getVerifiablePresentation({
      request: {
        challenge,
        credentialStatements: statements.map(({ statement }) => ({
          id: createAccountDID('Testnet', credId),
          statement,
        })),
      },
      globalContext: cryptographicParameters(),
      commitmentInputs: statements.map(() => ({
        type: 'account',
        issuer,
        values: { ...attributes, ...lies },
        randomness,
      })),
    }).toString();
  return { present };
}
