import type { MetadataRoute } from 'next';
import { siteUrl } from '@/lib/env';
import { publicPage } from '@/public-page';

const pages = ['', '/pricing', '/login', '/signup', '/privacy', '/terms'];

export default function sitemap(): MetadataRoute.Sitemap {
  return [...pages, ...(publicPage ? [publicPage.route] : [])].map((path) => ({
    url: `${siteUrl}${path}`,
  }));
}
