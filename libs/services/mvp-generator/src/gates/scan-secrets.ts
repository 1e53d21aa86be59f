import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { GeneratedFile } from '@hatchr/contracts';

// It would keep a mark of every rule on every file for as long as the process lives.
secretLintProfiler.setEnabled(false);

const preset = '@secretlint/secretlint-rule-preset-recommend';
const config = { rules: [{ id: preset, rule: creator, options: {}, rules: [] }] };

// Not in the preset: Supabase's secret key (docs: API keys, prefix sb_secret_) and any private key block
// (RFC 7468), however short.
const ownRules = [
  { name: 'Supabase secret key', pattern: /\bsb_secret_[A-Za-z0-9_-]{16,}/u },
  { name: 'Private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u },
];

/** Where keys, tokens or passwords of real services lie in the text files; the found text itself is masked. */
export async function scanSecrets(files: readonly GeneratedFile[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { path, content } of files) {
    // Integrity hashes of the lockfile are long random text that no rule is made for.
    if (typeof content !== 'string' || path === 'package-lock.json') continue;
    const extension = /\.[a-z]+$/u.exec(path)?.[0] ?? '';
    const { messages } = await lintSource({
      source: { filePath: `/${path}`, content, ext: extension, contentType: 'text' },
      options: { config, noPhysicFilePath: true, maskSecrets: true },
    });
    problems.push(...messages.map(({ message }) => `${path}: ${message}`));
    for (const { name, pattern } of ownRules)
      if (pattern.test(content)) problems.push(`${path}: found ${name}.`);
  }
  return problems;
}
