import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { knownNetworks } from '../chain/chain.config.js';
import { generateLogKey } from '../log/log-key.js';
import { digestOf } from '../testing/log-fixture.js';
import { MemoryLedger } from '../testing/memory-ledger.js';
import { AnchoringService } from './anchoring.service.js';
import { decodeAnchor } from './anchor-data.js';

/* eslint-disable no-restricted-properties -- a test that spends money says where it does so by itself */
const nodeUrl = process.env['CONCORDIUM_TEST_NODE'];
const accountFile = process.env['CONCORDIUM_TEST_ACCOUNT'];
/* eslint-enable no-restricted-properties */
const isOn = nodeUrl !== undefined && accountFile !== undefined;

describe('a node of the testnet', () => {
  const test = isOn ? it : it.skip;
  const name = isOn ? nodeUrl : 'skipped: CONCORDIUM_TEST_NODE and CONCORDIUM_TEST_ACCOUNT not set';

  test(`registers a root, makes it final and gives it back (${name})`, async () => {
    const service = new AnchoringService({
      logPrivateKeyPem: generateLogKey(),
      chain: {
        nodeUrl: nodeUrl ?? '',
        network: 'testnet',
        genesisHash: knownNetworks.testnet.genesisHash,
        callTimeoutMs: 15_000,
      },
      anchoring: {
        accountExport: readFileSync(accountFile ?? '', 'utf8'),
        batchSize: 3,
        expiryMs: 10 * 60_000,
        expiryMarginMs: 60_000,
      },
    });
    const ledger = new MemoryLedger();
    const kit = (index: number): string => digestOf(`${Date.now()} ${index}`);
    ledger.waiting.push(kit(1), kit(2), kit(3));
    await service.runTurn(ledger);
    const [anchor] = ledger.anchors;
    while (anchor && ['signed', 'sent', 'committed'].includes(anchor.status)) {
      await sleep(2_000);
      await service.runTurn(ledger);
    }
    expect(anchor?.status).toBe('finalized');
    expect(await decodeAnchor(anchor?.transaction?.data ?? '')).toBe(anchor?.root);
  }, 300_000);
});
