// How the backend is run, wherever it is run from.

/**
 * Arguments of node. Short-lived objects of a request need little room; with node's own 16 MB halves the heap grows
 * under load to tens of megabytes that are never given back, for no gain that the benchmark sees.
 */
export const BACKEND_ARGS = ['--enable-source-maps', '--max-semi-space-size=8', 'dist/main.js'];

/** Threads of the renderer and of the file system would each keep a heap of glibc's for themselves. */
export const BACKEND_ENV = { MALLOC_ARENA_MAX: '2' };
