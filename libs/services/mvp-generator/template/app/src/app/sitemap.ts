import type { MetadataRoute } from 'next';

export default function sitemap(): MetadataRoute.Sitemap {
  const site = (process.env.SITE_URL || 'http://localhost:3000').replace(/\/$/, '');
  return ['', '/pricing', '/login', '/signup'].map((path) => ({ url: `${site}${path}` }));
}
