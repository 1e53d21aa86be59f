import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { explainNpmFailure, isRegistryUnreachable } from './explain-npm-failure.mjs';
import {
  countInstalled,
  fingerprintInstall,
  isInstalledByHand,
  isMarkedInstalled,
  markInstalled,
  unmarkInstalled,
} from './install-state.mjs';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-install-'));
after(() => fs.rmSync(root, { recursive: true }));

/**
 * @param {string} file
 * @param {unknown} content
 */
function write(file, content) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), JSON.stringify(content));
}

const left = { version: '1.0.0', integrity: 'sha512-left' };
const elsewhere = { version: '1.0.0', integrity: 'sha512-else', optional: true, os: ['plan9'] };

beforeEach(() => {
  fs.rmSync(root, { recursive: true });
  const dependencies = { left: '1.0.0' };
  write('package.json', { dependencies });
  write('apps/web/package.json', { dependencies });
  const packages = {
    '': { dependencies },
    'apps/web': { dependencies },
    'node_modules/left': left,
    'node_modules/elsewhere': elsewhere,
  };
  write('package-lock.json', { packages });
  write('node_modules/left/package.json', {});
  write('node_modules/.package-lock.json', { packages: { 'node_modules/left': left } });
});

describe('the state of the install', () => {
  test('changes with the lockfile and with every package.json of the workspace', () => {
    const before = fingerprintInstall(root);
    assert.equal(fingerprintInstall(root), before);
    write('apps/web/package.json', { name: 'web' });
    const between = fingerprintInstall(root);
    write('package-lock.json', {});
    assert.equal(new Set([before, between, fingerprintInstall(root)]).size, 3);
  });

  test('is marked for one fingerprint only', () => {
    markInstalled(root, 'abc');
    assert.equal(isMarkedInstalled(root, 'abc'), true);
    assert.equal(isMarkedInstalled(root, 'abd'), false);
    unmarkInstalled(root);
    assert.equal(isMarkedInstalled(root, 'abc'), false);
  });

  test('accepts what npm installed by hand, without packages of other platforms', () => {
    assert.equal(isInstalledByHand(root), true);
    assert.deepEqual(countInstalled(root), { present: 1, total: 1 });
  });

  test('does not accept a missing package, another version or a changed package.json', () => {
    fs.rmSync(path.join(root, 'node_modules/left'), { recursive: true });
    assert.equal(isInstalledByHand(root), false);
    write('node_modules/left/package.json', {});
    assert.equal(isInstalledByHand(root), true);
    const newer = { ...left, integrity: 'sha512-other' };
    write('node_modules/.package-lock.json', { packages: { 'node_modules/left': newer } });
    assert.equal(isInstalledByHand(root), false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/left': left } });
    write('apps/web/package.json', { dependencies: { left: '1.0.1' } });
    assert.equal(isInstalledByHand(root), false);
  });
});

describe('explainNpmFailure', () => {
  /** @type {[string, RegExp][]} */
  const cases = [
    [
      'npm error code ENOSPC\nnpm error nospc There appears to be insufficient space',
      /disk became full/,
    ],
    [
      'npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and package-lock.json',
      /do not agree/,
    ],
    [
      'npm error code ENOTFOUND\nnpm error network request to https://registry.example/nx failed',
      /cannot be reached/,
    ],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
    ['npm error code EACCES\nnpm error syscall mkdir', /no permission/],
    ['npm error code E403', /refused access/],
    ['npm error code EINTEGRITY', /does not serve/],
  ];
  for (const [output, expected] of cases)
    test(`knows ${output.split('\n')[0]}`, () => {
      const error = explainNpmFailure(output, 'exit code 1');
      assert.match(error.message, expected);
      assert.ok(error.nextStep.length > 10);
    });

  test('quotes npm when the reason is unknown', () => {
    const error = explainNpmFailure('npm error something else', 'exit code 7');
    assert.match(error.message, /exit code 7[^]*\| something else/);
  });

  test('tries the cache only when the registry is out of reach', () => {
    assert.equal(isRegistryUnreachable('npm error code EAI_AGAIN'), true);
    assert.equal(isRegistryUnreachable('npm error code ENOSPC'), false);
  });
});
