import type { MetadataRoute } from 'next';
import { siteUrl } from '@/lib/env';

export default function sitemap(): MetadataRoute.Sitemap {
  return ['', '/pricing', '/login', '/signup'].map((path) => ({ url: `${siteUrl}${path}` }));
}
