// A Concordium node for tests: the SDK's own service definitions over gRPC, in front of a chain that really verifies.
import { Server, ServerCredentials, status as codes } from '@grpc/grpc-js';
import { createDefinition } from '@protobuf-ts/grpc-backend';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readAccountTransaction, readRawBlockItem } from './block-item.mjs';
import { LocalChain, Refused } from './local-chain.mjs';
import * as messages from './node-messages.mjs';
import { cryptographicParameters } from './test-identity.mjs';

export { LocalChain };

/** The package hides its generated code from imports; the files themselves are there. */
async function loadServices() {
  const sdk = path.dirname(fileURLToPath(import.meta.resolve('@concordium/web-sdk')));
  return import(pathToFileURL(path.join(sdk, 'grpc-api/v2/concordium/service.js')).href);
}

/**
 * Serves the chain on loopback until it is stopped; another node can then serve the same chain on the same port.
 * `faults.onSend` decides what becomes of a transaction on its way: it is taken (`undefined`), never arrives
 * (`lose-request`), is never answered (`hang`), arrives but the answer is lost (`lose-answer`), or is refused with the
 * words given. With `hidesTransactions` it knows none, as a node that lags behind others.
 */
export async function startLocalNode({ chain = new LocalChain(), port = 0, blockMs = 20 } = {}) {
  const { Queries } = await loadServices();
  const faults = { onSend: () => undefined, isNewerThanSdk: false, hidesTransactions: false };
  const calls = [];
  const server = new Server();
  server.addService(createDefinition(Queries), handlersOf(Queries, chain, faults, calls));
  const bound = await new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, number) =>
      error ? reject(error) : resolve(number),
    );
  });
  const timer = blockMs === null ? null : setInterval(() => chain.produceBlock(), blockMs);
  return {
    chain,
    faults,
    /** Names of the procedures that were called, in order. */
    calls,
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    stop: () => {
      clearInterval(timer);
      server.forceShutdown();
    },
  };
}

function handlersOf(service, chain, faults, calls) {
  const answers = {
    getNextAccountSequenceNumber: ({ value }) => {
      const { nonce, allFinal } = chain.nextNonce(value);
      return { sequenceNumber: { value: nonce }, allFinal };
    },
    getConsensusInfo: () => messages.consensusInfo(chain),
    getBlockInfo: ({ blockHashInput: input }) => messages.blockInfo(chain, blockOf(chain, input)),
    getBlockItemStatus: ({ value }) => {
      if (faults.hidesTransactions) throw new Refused('NOT_FOUND', 'transaction not found.');
      return messages.blockItemStatus(chain.status(Buffer.from(value).toString('hex')), faults);
    },
    getBlockChainParameters: () => messages.chainParameters(chain),
    getCryptographicParameters: () => messages.cryptographicParameters(cryptographicParameters()),
    getAccountInfo: ({ accountIdentifier }) => {
      const id = accountIdentifier.accountIdentifierInput;
      const account = id.oneofKind === 'address' ? chain.find(id.address.value) : undefined;
      if (!account) throw new Refused('NOT_FOUND', 'account or block not found.');
      return messages.accountInfo(account);
    },
    sendBlockItem: (request) => sendBlockItem(chain, faults, request),
  };
  return Object.fromEntries(
    service.methods.map(({ localName, name }) => [
      localName,
      (call, callback) => {
        calls.push(localName);
        try {
          const answer = answers[localName];
          if (!answer) throw new Refused('UNIMPLEMENTED', `\`${name}\` is not enabled.`);
          const message = answer(call.request);
          if (message) callback(null, message);
        } catch (error) {
          const code = error instanceof Refused ? codes[error.code] : codes.INTERNAL;
          callback({ code, details: error.message });
        }
      },
    ]),
  );
}

function sendBlockItem(chain, faults, { blockItem }) {
  const transaction =
    blockItem.oneofKind === 'accountTransaction'
      ? readAccountTransaction(blockItem.accountTransaction)
      : readRawBlockItem(blockItem.rawBlockItem ?? []);
  const fault = faults.onSend();
  if (fault === 'hang') return null;
  if (fault === 'lose-request') throw new Refused('UNAVAILABLE', 'No connection established.');
  if (fault !== undefined && fault !== 'lose-answer') throw new Refused('INVALID_ARGUMENT', fault);
  const hash = chain.send(transaction);
  if (fault === 'lose-answer') throw new Refused('UNAVAILABLE', 'The connection was lost.');
  return { value: Buffer.from(hash, 'hex') };
}

function blockOf(chain, input) {
  const given = input.oneofKind === 'given' && Buffer.from(input.given.value).toString('hex');
  const block = given
    ? chain.findBlock(given)
    : input.oneofKind === 'best'
      ? chain.blocks.at(-1)
      : chain.lastFinal;
  if (!block) throw new Refused('NOT_FOUND', 'account or block not found.');
  return block;
}
