import { TextDecoder, TextEncoder } from 'node:util';
// For tests that run in jsdom: what it leaves out and the components, or Radix, sonner and next-themes beneath them, call.
Object.assign(globalThis, {
  ResizeObserver: class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  },
});
const isBrowser = typeof window !== 'undefined';
if (isBrowser)
  Object.assign(window, {
    matchMedia: (media: string) => ({
      media,
      matches: false,
      addListener: () => undefined,
      removeListener: () => undefined,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
if (isBrowser)
  Object.assign(Element.prototype, {
    scrollIntoView: () => undefined,
    hasPointerCapture: () => false,
  });

export {};

// Every browser has them; jsdom leaves them out.
Object.assign(globalThis, { TextDecoder, TextEncoder });
