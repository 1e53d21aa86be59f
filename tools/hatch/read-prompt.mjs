import process from 'node:process';
import { HatchError } from './hatch-error.mjs';

// Far above the longest prompt in any encoding; a pipe that never ends is not read for ever.
const MAX_BYTES = 64 * 1024;

/**
 * The sentence, checked by the contract's own schema before any server is started for it.
 * @param {string} typed '-': read standard input
 * @param {typeof import('@hatchr/contracts')} contracts
 * @returns {Promise<string>}
 * @throws {HatchError} badUsage
 */
export async function readPrompt(typed, contracts) {
  const text = typed === '-' ? await readStandardInput() : typed;
  const parsed = contracts.promptSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  const code = /** @type {import('@hatchr/contracts').ErrorCode} */ (
    parsed.error.issues[0]?.message ?? 'input.invalid'
  );
  const refusal = contracts.errorCatalogue[code]?.message ?? 'The sentence is not valid.';
  throw new HatchError('badUsage', refusal, 'change the sentence and run the command again.', {
    code,
  });
}

async function readStandardInput() {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
