import { describe, expect, it } from '@jest/globals';
import { KeyCipher } from './key-cipher.js';

const cipher = new KeyCipher('a secret of at least thirty-two letters');

describe('a sealed key', () => {
  it('opens again under its own name', () => {
    expect(cipher.open(cipher.seal('sk-1234567890', 'row 1'), 'row 1')).toBe('sk-1234567890');
  });

  it('shows nothing of itself, and never looks the same twice', () => {
    const [first, second] = [cipher.seal('sk-1234567890', 'a'), cipher.seal('sk-1234567890', 'a')];
    expect(first.includes('sk-1')).toBe(false);
    expect(first.equals(second)).toBe(false);
  });

  it('does not open under another name or secret, nor when a bit of it was changed', () => {
    const sealed = cipher.seal('sk-1234567890', 'row 1');
    expect(cipher.open(sealed, 'row 2')).toBeNull();
    expect(new KeyCipher('another secret, just as long as that').open(sealed, 'row 1')).toBeNull();
    for (const at of [0, 15, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(cipher.open(changed, 'row 1')).toBeNull();
    }
    expect(cipher.open(Buffer.alloc(5), 'row 1')).toBeNull();
  });
});
