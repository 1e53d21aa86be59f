// The command as a whole, as a process, against a Hatchr in memory (the contracts' own router).
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { startFakeHatchr } from './testing/fake-hatchr.mjs';
import { createWorkspace } from './testing/run-hatch.mjs';
import { sampleFiles } from './testing/sample-project.mjs';

const workspace = createWorkspace();
after(workspace.remove);
const idea = 'A notebook for bee keepers';

/**
 * @template T
 * @param {import('./testing/fake-hatchr.mjs').FakeOptions} options
 * @param {(fake: Awaited<ReturnType<typeof startFakeHatchr>>) => Promise<T>} use
 */
async function withFake(options, use) {
  const fake = await startFakeHatchr(options);
  try {
    return await use(fake);
  } finally {
    await fake.stop();
  }
}

const within = (/** @type {string} */ name) => path.join(workspace.folder, name);
const read = (/** @type {string} */ name) => fs.readFileSync(within(name));

describe('a job that completes', () => {
  test('leaves ZIP, proof and launch assets, and says where', () =>
    withFake({}, async ({ url }) => {
      const { code, stdout, stderr } = await workspace.run([idea, '--url', url, '--out', 'a']);
      assert.equal(code, 0, stderr);
      assert.deepEqual(read('a/hivebook/hivebook.zip'), sampleFiles['hivebook.zip'].bytes);
      assert.deepEqual(read('a/hivebook/launch/deck.pdf'), sampleFiles['launch/deck.pdf'].bytes);
      assert.equal(JSON.parse(String(read('a/hivebook/hivebook.proof.json'))).kind, 'local-log');
      assert.deepEqual(fs.readdirSync(within('a/hivebook')).sort(), [
        '.hatched.json',
        'hivebook.proof.json',
        'hivebook.zip',
        'launch',
      ]);
      assert.match(
        stdout,
        /Hivebook: A notebook[^]*No close competitor[^]*a\/hivebook\/hivebook\.zip/,
      );
      assert.match(stderr, /Looking around\.[^]*Writing\./);
      assert.match(stderr, /\d+ % {2}completed/);
    }));

  test('prints one JSON document and nothing else with --json', () =>
    withFake({}, async ({ url, jobs }) => {
      const { code, stdout } = await workspace.run([idea, '--json', '--url', url, '--out', 'b']);
      assert.equal(code, 0);
      const document = JSON.parse(stdout);
      assert.deepEqual(
        Object.keys(document),
        'jobId projectId status spec competitors verification servedBy proof artifacts dir zip error'.split(
          ' ',
        ),
      );
      const [job] = jobs();
      assert.equal(document.jobId, job.jobId);
      assert.equal(document.projectId, job.projectId);
      assert.equal(document.spec.name, 'Hivebook');
      assert.equal(document.artifacts.length, Object.keys(sampleFiles).length);
      assert.equal(document.zip, path.join(fs.realpathSync(within('b/hivebook')), 'hivebook.zip'));
      assert.equal(document.error, null);
    }));

  test('takes the sentence from standard input', () =>
    withFake({}, async ({ url, jobs }) => {
      const { code } = await workspace.run(['-', '--url', url, '--out', 'c'], {
        input: `${idea}\n`,
      });
      assert.equal(code, 0);
      assert.equal(jobs()[0].prompt, idea);
    }));

  test('belongs to the same guest the next time, whose key nobody else can read', () =>
    withFake({}, async ({ url, jobs, downloads }) => {
      for (const out of ['d', 'd']) await workspace.run([idea, '--url', url, '--out', out]);
      const owners = new Set(jobs().map(({ ownerId }) => ownerId));
      assert.equal(owners.size, 1);
      assert.deepEqual(downloads, owners);
      const jar = within(`data/cli/${encodeURIComponent(url)}.json`);
      assert.equal(fs.statSync(jar).mode & 0o777, 0o600);
    }));

  test('prints no control characters of the server', () =>
    withFake(
      { messages: ['red \u001b[31malert\u001b]0;title\u0007 \u009b2J\u202eend\r\nline'] },
      async ({ url }) => {
        const { stderr } = await workspace.run([idea, '--url', url, '--out', 'e']);
        assert.match(stderr, /red alert.*end line/);
        // eslint-disable-next-line no-control-regex -- that there is none is the point
        assert.doesNotMatch(stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      },
    ));
});

describe('the folder of a kit', () => {
  const run = (/** @type {string} */ url) =>
    workspace.run([idea, '--json', '--url', url, '--out', 'kits']);
  const dirOf = (/** @type {{ stdout: string }} */ { stdout }) =>
    path.basename(JSON.parse(stdout).dir);

  test('is written again while it is as we left it, and left alone once someone changed it', () =>
    withFake({}, async ({ url }) => {
      assert.equal(dirOf(await run(url)), 'hivebook');
      assert.equal(dirOf(await run(url)), 'hivebook');
      fs.writeFileSync(within('kits/hivebook/notes.txt'), 'mine');
      assert.equal(dirOf(await run(url)), 'hivebook');
      fs.writeFileSync(within('kits/hivebook/launch/deck.pdf'), 'my own deck');
      assert.equal(dirOf(await run(url)), 'hivebook-2');
      assert.equal(String(read('kits/hivebook/launch/deck.pdf')), 'my own deck');
      assert.equal(String(read('kits/hivebook/notes.txt')), 'mine');
    }));

  test('is not one that only has the same name', () =>
    withFake({}, async ({ url }) => {
      fs.mkdirSync(within('other/hivebook'), { recursive: true });
      const ending = await workspace.run([idea, '--json', '--url', url, '--out', 'other']);
      assert.equal(dirOf(ending), 'hivebook-2');
      assert.deepEqual(fs.readdirSync(within('other/hivebook')), []);
    }));
});

describe('a job that does not complete', () => {
  test('ends with 1 and the reason of the server', () =>
    withFake({ ending: 'fails' }, async ({ url }) => {
      const { code, stdout, stderr } = await workspace.run([idea, '--json', '--url', url]);
      assert.equal(code, 1);
      const document = JSON.parse(stdout);
      assert.equal(document.status, 'failed');
      assert.equal(document.error.code, 'verification.failed');
      assert.deepEqual([document.projectId, document.dir, document.zip], [null, null, null]);
      assert.match(stderr, /did not pass its checks/);
    }));

  test('is cancelled on the server by Ctrl-C, and ends with 130', () =>
    withFake({ ending: 'hangs' }, async ({ url, jobs }) => {
      let isSent = false;
      const { code, stdout } = await workspace.run([idea, '--json', '--url', url], {
        onStderr: (text, child) => {
          if (isSent || !text.includes('Writing.')) return;
          isSent = true;
          child.kill('SIGINT');
        },
      });
      assert.equal(code, 130);
      assert.equal(jobs()[0].status, 'cancelled');
      assert.equal(JSON.parse(stdout).status, 'cancelled');
    }));
});

describe('a server that cannot be trusted', () => {
  test('writes nothing when a file would leave the folder', () => {
    const files = { ...sampleFiles, '../outside': { kind: 'launch', bytes: Buffer.from('evil') } };
    return withFake({ files }, async ({ url, downloads }) => {
      const { code, stdout } = await workspace.run([idea, '--json', '--url', url, '--out', 'evil']);
      assert.equal(code, 4);
      assert.equal(JSON.parse(stdout).dir, null);
      assert.equal(downloads.size, 0);
      assert.equal(fs.existsSync(within('evil')), false);
    });
  });

  test('writes nothing for a slug that is a path', () =>
    withFake({ slug: '../evil' }, async ({ url }) => {
      const { code } = await workspace.run([idea, '--url', url, '--out', 'evil']);
      assert.equal(code, 4);
      assert.equal(fs.existsSync(within('evil')), false);
    }));

  test('keeps no file whose bytes are not those of its sha256', () => {
    const tamper = (/** @type {string} */ name, /** @type {Buffer} */ bytes) =>
      name === 'hivebook.zip' ? crypto.randomBytes(bytes.length) : bytes;
    return withFake({ tamper }, async ({ url }) => {
      const { code, stderr } = await workspace.run([idea, '--url', url, '--out', 'tampered']);
      assert.equal(code, 4);
      assert.match(stderr, /hivebook\.zip could not be fetched: its bytes do not match/);
      const left = fs.readdirSync(within('tampered/hivebook'));
      assert.deepEqual(
        left.filter((name) => name.includes('zip')),
        [],
      );
    });
  });
});

describe('wrong usage', () => {
  test('ends with 2 and a hint, and still gives a program its document', async () => {
    for (const args of [
      [],
      ['--nonsense', idea],
      [idea, '--url', 'ftp://x'],
      ['ab'],
      ['a\u0007bc'],
    ]) {
      const { code, stdout, stderr } = await workspace.run([...args, '--json']);
      assert.equal(code, 2, `${args}: ${stderr}`);
      assert.match(JSON.parse(stdout).error.message, /./);
      assert.match(stderr, /Next step: /);
    }
  });

  test('is explained by --help with every exit code', async () => {
    const { code, stdout } = await workspace.run(['--help']);
    assert.equal(code, 0);
    for (const exitCode of [0, 1, 2, 3, 4, 130])
      assert.match(stdout, new RegExp(`^  ${exitCode} `, 'm'));
  });
});

test('a server that does not answer ends with 3', async () => {
  const fake = await startFakeHatchr();
  await fake.stop();
  const { code, stdout, stderr } = await workspace.run([idea, '--json', '--url', fake.url]);
  assert.equal(code, 3);
  assert.equal(JSON.parse(stdout).jobId, null);
  assert.match(stderr, /No Hatchr answers at .*ECONNREFUSED/);
});

test('a disk that refuses ends with 4', () =>
  withFake({}, async ({ url }) => {
    fs.writeFileSync(within('file'), '');
    const { code, stderr } = await workspace.run([idea, '--url', url, '--out', 'file/kits']);
    assert.equal(code, 4);
    assert.match(stderr, /cannot be written/);
  }));
