// Checks what the app needs before it is started: `npm run doctor`. No dependencies.
import { existsSync, mkdirSync, accessSync, constants, readFileSync } from 'node:fs';

const problems = [];
const notes = [];
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20)
  problems.push(`Node ${process.versions.node} is too old. Install Node 20 or newer.`);
if (!existsSync('node_modules/next')) problems.push('Dependencies are missing. Run: npm ci');

const file = ['.env.local', '.env'].find((name) => existsSync(name));
const settings = Object.fromEntries(
  (file ? readFileSync(file, 'utf8').split('\n') : [])
    .filter((line) => /^\s*[A-Z_]+=/.test(line))
    .map((line) => [
      line.slice(0, line.indexOf('=')).trim(),
      line.slice(line.indexOf('=') + 1).trim(),
    ]),
);
const value = (name) => process.env[name] ?? settings[name] ?? '';
const url = value('NEXT_PUBLIC_SUPABASE_URL');
const key = value('NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY');

if (Boolean(url) !== Boolean(key))
  problems.push(
    'Set both NEXT_PUBLIC_SUPABASE_URL and NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, or neither.',
  );
if (url && key) {
  try {
    const answer = await fetch(new URL('/auth/v1/health', url), {
      headers: { apikey: key },
      signal: AbortSignal.timeout(5000),
    });
    if (answer.ok) notes.push('Supabase answers.');
    else
      problems.push(
        `Supabase answers with status ${answer.status}. Check the address and the publishable key.`,
      );
  } catch {
    problems.push('Supabase does not answer at NEXT_PUBLIC_SUPABASE_URL.');
  }
} else {
  const folder = value('DATA_DIR') || '.data';
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    notes.push(`Local mode: the database is kept in ${folder}.`);
  } catch {
    problems.push(`${folder} cannot be written. Set DATA_DIR to a folder that can.`);
  }
}
for (const note of notes) console.log(`ok       ${note}`);
for (const problem of problems) console.error(`problem  ${problem}`);
console.log(problems.length === 0 ? 'Ready: npm run dev' : `${problems.length} to fix.`);
process.exit(problems.length === 0 ? 0 : 1);
