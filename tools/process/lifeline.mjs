// Loaded before a service's own code (node --import). The service's standard input is a pipe that only the
// supervisor holds; when the supervisor is gone, even by kill -9, the pipe ends and the service stops itself.
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

// As long as the supervisor itself would wait; the group holds whatever the service started.
const GRACE_MS = 30_000;

// Workers and children of the service inherit the --import; the pipe is not theirs to read.
if (isMainThread && process.env.HATCHR_SUPERVISOR === String(process.ppid)) {
  process.stdin.on('error', stop).once('end', stop).resume();
  // A service that has nothing left to do may end although the pipe is open.
  /** @type {import('node:net').Socket} */ (process.stdin).unref();
}

function stop() {
  setTimeout(killGroup, GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
}

function killGroup() {
  try {
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
  } catch {
    // Not the leader of a group.
    process.kill(process.pid, 'SIGKILL');
  }
}
