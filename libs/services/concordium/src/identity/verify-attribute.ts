import type { AccountCredential, VerifiablePresentation } from '@concordium/web-sdk';
import { AppError } from '@hatchr/contracts';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ConcordiumNode } from '../chain/concordium-node.js';
import { loadSdk, type ConcordiumSdk } from '../chain/load-sdk.js';
import { challengeOf, statementOf, type AttributeQuestion } from './attribute-request.js';

/** The parts of a presentation that are read; the SDK reads the rest. */
const presentationSchema = z.object({
  presentationContext: z.string(),
  verifiableCredential: z.tuple([
    z.object({
      issuer: z.string(),
      credentialSubject: z.object({
        id: z.string(),
        statement: z.tuple([z.record(z.string(), z.string())]),
        proof: z.object({
          proofValue: z.tuple([z.object({ type: z.string(), attribute: z.unknown().optional() })]),
        }),
      }),
    }),
  ]),
});

/** An ISO 3166-1 alpha-2 code, as identity providers write countries. */
const countrySchema = z.string().regex(/^[A-Z]{2}$/);

type NormalCredential = Extract<AccountCredential['value'], { type: 'normal' }>['contents'];

const refused = (reason: string, cause?: unknown): AppError =>
  new AppError('identity.attribute_refused', { details: { reason }, cause });

/**
 * Checks a wallet's presentation against what was asked, with the commitments that the chain has of the account's
 * credential. Returns the value that was shown.
 *
 * @param asked days for which the statement may have been made, the newest first
 * @throws AppError `identity.attribute_refused` with what is wrong; `proof.*` when the node cannot be asked
 */
export async function verifyAttribute(
  text: string,
  question: AttributeQuestion,
  asked: readonly Date[],
  node: ConcordiumNode,
): Promise<string> {
  const sdk = await loadSdk();
  const [presentation, challenge, { issuer, credentialSubject }] = readPresentation(text, sdk);
  const { id, statement, proof } = credentialSubject;
  // What it claims to be comes first, since a proof takes a fifth of a second of the processor to check.
  if (challenge !== challengeOf(question, node.chain.genesisHash))
    throw refused('The proof answers another request.');
  if (!asked.some((day) => isDeepStrictEqual(statement, [statementOf(question.attribute, day)])))
    throw refused('The proof is of another statement.');
  const credential = await credentialOf(id, question.account, node);
  if (issuer !== `did:ccd:${networkOf(node)}:idp:${String(credential.ipIdentity)}`)
    throw refused('The credential was issued by another identity provider.');
  const proved = await checkProof(presentation, credential, node, sdk);
  const claimed = { challenge, credentialStatements: [{ id, statement }] };
  if (!isDeepStrictEqual(proved, claimed)) throw refused('The proof is not of what it claims.');
  if (question.attribute === 'adult') return 'at least 18';
  const country = countrySchema.safeParse(proof.proofValue[0].attribute);
  if (!country.success) throw refused('The identity names no country by its code.');
  return country.data;
}

function readPresentation(text: string, sdk: ConcordiumSdk) {
  try {
    const presentation = sdk.VerifiablePresentation.fromString(text);
    const { presentationContext, verifiableCredential } = presentationSchema.parse(presentation);
    return [presentation, presentationContext, verifiableCredential[0]] as const;
  } catch (error) {
    throw refused('The answer does not have the form of a presentation of one attribute.', error);
  }
}

/** Wallets name the chain by these; one of a private chain takes it for a test network. */
const networkOf = ({ chain }: ConcordiumNode): string =>
  chain.network === 'mainnet' ? 'mainnet' : 'testnet';

/** The credential of the account that a presentation names, in use at the time of the newest final block. */
async function credentialOf(
  id: string,
  account: string,
  node: ConcordiumNode,
): Promise<NormalCredential> {
  const time = await node.finalTime();
  const { info } = await node.account(account);
  for (const { value } of Object.values(info.accountCredentials)) {
    if (value.type !== 'normal') continue;
    if (id !== `did:ccd:${networkOf(node)}:cred:${value.contents.credId}`) continue;
    // A month, to its end, as YYYYMM.
    if (value.contents.policy.validTo < time.toISOString().slice(0, 7).replace('-', ''))
      throw refused('The identity has expired.');
    return value.contents;
  }
  throw refused('The credential is not one of the linked account.');
}

async function checkProof(
  presentation: VerifiablePresentation,
  { commitments }: NormalCredential,
  node: ConcordiumNode,
  sdk: ConcordiumSdk,
) {
  const parameters = await node.cryptographicParameters();
  try {
    return sdk.verifyPresentation(presentation, parameters, [
      { type: 'account', commitments: commitments.cmmAttributes },
    ]);
  } catch (error) {
    // The WebAssembly throws text.
    throw refused('The proof does not hold against what the chain has of the account.', error);
  }
}
