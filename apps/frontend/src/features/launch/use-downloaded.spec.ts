import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { useDownloaded } from './use-downloaded';

describe('what a browser has downloaded', () => {
  beforeEach(() => {
    window.localStorage.clear();
  });
  afterEach(cleanup);

  const download = (digest: string) => {
    const { result } = renderHook(() => useDownloaded(digest));
    expect(result.current[0]).toBe(false);
    act(() => {
      result.current[1]();
    });
    expect(result.current[0]).toBe(true);
  };

  it('is known again at the next visit', () => {
    download('a');
    expect(renderHook(() => useDownloaded('a')).result.current[0]).toBe(true);
    expect(renderHook(() => useDownloaded('b')).result.current[0]).toBe(false);
  });

  it('is known for the visit where the browser keeps nothing for the site', () => {
    const kept = Object.getOwnPropertyDescriptor(window, 'localStorage');
    // As browsers do where site data is blocked.
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    try {
      download('c');
    } finally {
      if (kept) Object.defineProperty(window, 'localStorage', kept);
    }
  });
});
