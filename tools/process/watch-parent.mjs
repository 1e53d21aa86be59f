// Notices that the process which started us is gone. npm sends a signal only to the shell it started, and
// most shells do not pass it on, so a signal to npm never arrives here; its death does.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const POLL_MS = 500;

/**
 * Calls back once when the parent process has died (its orphans get another parent).
 * @param {() => void} onDeath
 */
export function watchParent(onDeath) {
  const parent = process.ppid;
  poll(() => process.ppid === parent, onDeath);
}

/**
 * Calls back once when npm, or the shell between npm and us, has died. Does nothing when npm did not start
 * us: whoever runs `node tools/run.mjs start &` from a script may mean it to outlive the script.
 * @param {() => void} onDeath
 */
export function watchLauncher(onDeath) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // A killed npm leaves its shell waiting for us, so where /proc shows it the shell's parent counts too.
  const launcher = isShell(parent) ? parentOf(parent) : undefined;
  poll(
    () => process.ppid === parent && (launcher === undefined || parentOf(parent) === launcher),
    onDeath,
  );
}

/**
 * @param {() => boolean} isFine
 * @param {() => void} onDeath
 */
function poll(isFine, onDeath) {
  const timer = setInterval(() => {
    if (isFine()) return;
    clearInterval(timer);
    onDeath();
  }, POLL_MS);
  timer.unref();
}

/** @param {number} pid */
function isShell(pid) {
  try {
    const name = path.basename(fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
    return ['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh', 'ksh'].includes(name);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
