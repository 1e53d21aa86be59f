// The door of every npm script: `node tools/run.mjs <command>`. It runs on whatever Node the machine has,
// so this file keeps to old syntax and loads the rest only once the version is known to be new enough.
import process from 'node:process';

const version = process.versions.node.split('.').map(Number);
const major = version[0] || 0;
const minor = version[1] || 0;

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Hatchr needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  console.error(
    'Next step: install the current LTS release from https://nodejs.org and run this again.',
  );
  process.exitCode = 1;
} else {
  import('./bootstrap/bootstrap.mjs').then(({ bootstrap }) =>
    bootstrap(process.argv[2], process.argv.slice(3)),
  );
}
