// Finds keys and private keys in the files of this folder: `npm run secrets`. What it finds is named, not shown.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', '.next', '.data', '.git', 'out', 'coverage']);
const MAX_BYTES = 1_000_000;

// The prefixes are those that each service documents for its secret keys.
const rules = [
  ['Private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['Supabase secret key', /\bsb_secret_[A-Za-z0-9_-]{16,}/],
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/],
  ['Stripe secret key', /\b[sr]k_live_[A-Za-z0-9]{16,}/],
  ['Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['Key of a model provider', /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/],
  [
    'Password in an address',
    /\b(?:postgres(?:ql)?|mysql|redis|mongodb(?:\+srv)?):\/\/[^\s:@/]+:[^\s:@/]+@/,
  ],
];

/** Files that could reach a repository: your own .env files are ignored by git, .env.example is not. */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesOf(path);
    const isOwnSetting = entry.name.startsWith('.env') && entry.name !== '.env.example';
    return entry.isFile() && !isOwnSetting && entry.name !== 'package-lock.json' ? [path] : [];
  });
}

const files = filesOf('.').filter((path) => statSync(path).size <= MAX_BYTES);
const found = files.flatMap((path) => {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    rules.filter(([, rule]) => rule.test(line)).map(([name]) => `${path}:${index + 1} ${name}`),
  );
});
for (const problem of found) console.error(`problem  ${problem}`);
console.log(`${files.length} files read, ${found.length} secrets found.`);
process.exit(found.length === 0 ? 0 : 1);
