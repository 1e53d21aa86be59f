import type { NextConfig } from 'next';

// A build that only has to succeed: types are checked beside it, and nobody will read its source maps.
const isCheck = process.env.CHECK_BUILD === '1';

const nextConfig: NextConfig = {
  // The Dockerfile sets BUILD_STANDALONE=1; "next start" needs the normal output.
  output: process.env.BUILD_STANDALONE === '1' ? 'standalone' : undefined,
  // Serve the app under a path prefix (for example behind a shared reverse proxy). Build-time setting.
  basePath: process.env.APP_BASE_PATH || undefined,
  // Inlined, so that links made by hand know the prefix of the build.
  env: { APP_BASE_PATH: process.env.APP_BASE_PATH ?? '' },
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: isCheck },
  experimental: {
    turbopackSourceMaps: !isCheck,
    // Two files of 5 MB and the form around them.
    serverActions: { bodySizeLimit: '10mb' },
  },
  // PGlite loads its WebAssembly files from disk, so it must not be bundled.
  serverExternalPackages: ['@electric-sql/pglite'],
  // The standalone server applies the same SQL migrations at start-up in local mode.
  outputFileTracingIncludes: {
    '/**': [
      './supabase/**/*.sql',
      './node_modules/@electric-sql/pglite/dist/*.{js,cjs,wasm,data,gz}',
    ],
  },
  async headers() {
    return [
      {
        source: '/(.*)',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
    ];
  },
};

export default nextConfig;
