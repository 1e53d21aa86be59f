import type { MetadataRoute } from 'next';
import { product } from '@/product';

const base = process.env.APP_BASE_PATH ?? '';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: product.name,
    short_name: product.name,
    description: product.summary,
    start_url: `${base}/dashboard`,
    display: 'standalone',
    icons: [{ src: `${base}/icon.svg`, sizes: 'any', type: 'image/svg+xml' }],
  };
}
