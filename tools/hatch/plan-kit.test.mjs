import * as contracts from '@hatchr/contracts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planKit } from './plan-kit.mjs';

const artifact = (/** @type {string} */ kind, /** @type {string} */ path) =>
  /** @type {import('@hatchr/contracts').Artifact} */ ({ kind, path });
const zip = artifact('zip', 'whatever.zip');
const namesOf = async (/** @type {import('@hatchr/contracts').Artifact[]} */ artifacts) =>
  (await planKit({ slug: 'hive', artifacts }, contracts)).map(({ name }) => name);

describe('planKit', () => {
  test('takes the ZIP, the proof and the launch assets, by names of our own where they are one', async () => {
    const artifacts = [
      zip,
      artifact('proof', '../proof'),
      artifact('app', 'package.json'),
      artifact('launch', 'launch/deck.pdf'),
      artifact('launch', 'copy.md'),
    ];
    assert.deepEqual(await namesOf(artifacts), [
      'hive.zip',
      'hive.proof.json',
      'launch/deck.pdf',
      'launch/copy.md',
    ]);
  });

  const hostile = [
    '../x',
    '/etc/x',
    'launch/../../x',
    'launch/a\u0000b',
    'launch\\..\\x',
    'launch/con',
    'launch//x',
    'C:/x',
  ];
  for (const path of hostile)
    test(`refuses the whole kit for ${JSON.stringify(path)}`, async () => {
      await assert.rejects(namesOf([zip, artifact('launch', path)]), { ending: 'notWritten' });
    });

  test('refuses two files that are one where case does not count', async () => {
    const twice = [artifact('launch', 'launch/a.png'), artifact('launch', 'launch/A.png')];
    await assert.rejects(namesOf([zip, ...twice]), { ending: 'notWritten' });
  });

  test('refuses a slug that is a path, and a project without a ZIP', async () => {
    await assert.rejects(planKit({ slug: '../x', artifacts: [zip] }, contracts), {
      ending: 'notWritten',
    });
    await assert.rejects(namesOf([]), /no ZIP/);
  });
});
