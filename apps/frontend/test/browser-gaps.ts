// What jsdom leaves out and the components, or Radix and sonner beneath them, call.
Object.assign(globalThis, {
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});
