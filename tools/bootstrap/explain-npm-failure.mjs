import { ClearError } from '../clear-error.mjs';

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|ENOTCACHED|E50[0-9])\b/;
const CERTIFICATE = /\b(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w*CERT\w*|CERT_\w+|DEPTH_ZERO_\w+)\b/;
const AGAIN = 'run the same command again; the install starts afresh.';

/** @type {{ when: RegExp, problem: string, nextStep: string }[]} */
const KNOWN = [
  {
    when: /\b(ENOSPC|EDQUOT)\b|no space left/i,
    problem: 'The disk became full while the dependencies were installed.',
    nextStep: `free about 2 GB, then ${AGAIN}`,
  },
  {
    when: /can only install (packages )?when your package.json and package-lock.json|\bEUSAGE\b/i,
    problem: 'package.json and package-lock.json do not agree, so npm refuses to install.',
    nextStep:
      'after changing a dependency run `npm install --ignore-scripts` and commit package-lock.json; otherwise restore both files with `git checkout -- package.json package-lock.json`.',
  },
  {
    when: CERTIFICATE,
    problem: 'The npm registry answered with a certificate that Node does not trust.',
    nextStep:
      'behind a company proxy set NODE_EXTRA_CA_CERTS to its certificate file, then try again.',
  },
  {
    when: UNREACHABLE,
    problem: 'The npm registry cannot be reached, and the npm cache does not hold all packages.',
    nextStep:
      'check the network (`npm ping`), or set HTTPS_PROXY or `npm config set registry <mirror>`, then try again.',
  },
  {
    when: /\b(E401|E403|ENEEDAUTH)\b/,
    problem: 'The npm registry refused access.',
    nextStep: 'check the registry and the token in your ~/.npmrc (`npm config get registry`).',
  },
  {
    when: /\b(EINTEGRITY|E404|ETARGET)\b/,
    problem: 'The npm registry does not serve a package as package-lock.json names it.',
    nextStep:
      'run `npm cache verify` and try again; behind a mirror, try the public registry (`npm config get registry`).',
  },
  {
    when: /\b(EACCES|EPERM|EROFS)\b/,
    problem: 'npm has no permission to write in the checkout or in its cache.',
    nextStep:
      'make yourself the owner of the checkout and of ~/.npm (`chown -R $(id -u) . ~/.npm`), then try again.',
  },
];

/**
 * The reason in npm's own output.
 * @param {string} output of `npm ci`
 */
export const isRegistryUnreachable = (output) => UNREACHABLE.test(output);

/**
 * Puts a failed `npm ci` into words: the known reasons with what to do, else npm's last lines.
 * @param {string} output everything npm printed
 * @param {string} ending how it ended, such as "exit code 1"
 */
export function explainNpmFailure(output, ending) {
  const known = KNOWN.find(({ when }) => when.test(output));
  const quote = essence(output).map((line) => `  | ${line}`);
  return new ClearError(
    `${known?.problem ?? `Installing the dependencies failed (npm ci, ${ending}).`}\nnpm said:\n${quote.join('\n')}`,
    known?.nextStep ?? `read npm's message above, then ${AGAIN}`,
  );
}

/**
 * npm names the reason first; usage and hints follow.
 * @param {string} output
 */
function essence(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|warn)\s*/, '').trim());
  const isNoise = (/** @type {string} */ line) =>
    !line || /^(Unknown (env|user) config|at )/.test(line);
  return lines.filter((line) => !isNoise(line)).slice(0, 8);
}
