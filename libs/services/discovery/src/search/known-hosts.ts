/** What a site is to someone who looks for competitors. Only a product can be one; the rest may name one. */
export const siteKinds = [
  'product',
  'listicle',
  'article',
  'directory',
  'app_store',
  'forum',
  'news',
  'reference',
  'code_host',
] as const;
export type SiteKind = (typeof siteKinds)[number];

/** Hosts by what they are. A host stands for its subdomains too; one with a path only for what is below it. */
const hosts: Readonly<Partial<Record<SiteKind, string>>> = {
  directory: `g2.com capterra.com getapp.com softwareadvice.com alternativeto.net producthunt.com trustradius.com
    saashub.com crozdesk.com slant.co sourceforge.net trustpilot.com gartner.com softwaresuggest.com
    financesonline.com betalist.com crunchbase.com stackshare.io saasworthy.com appsumo.com
    theresanaiforthat.com futurepedia.io toolify.ai f6s.com goodfirms.co clutch.co selecthub.com tracxn.com
    openalternative.co libhunt.com similarweb.com owler.com cbinsights.com pitchbook.com wellfound.com
    omr.com appvizer.com appvizer.de appvizer.fr softwarereviews.com peerspot.com featuredcustomers.com
    softonic.com uptodown.com download.cnet.com yelp.com glassdoor.com indeed.com alternative.me
    similarsites.com sitejabber.com topalternatives.com privacytools.io startupstash.com launchingnext.com
    toolfinder.co tekpon.com`,
  app_store: `apps.apple.com itunes.apple.com play.google.com apps.microsoft.com microsoft.com/store
    appsource.microsoft.com chromewebstore.google.com chrome.google.com/webstore addons.mozilla.org
    apps.shopify.com marketplace.atlassian.com workspace.google.com/marketplace appexchange.salesforce.com
    f-droid.org flathub.org snapcraft.io apkpure.com apkmirror.com store.steampowered.com amazon.com
    amazon.co.uk amazon.de amazon.fr ebay.com etsy.com aliexpress.com wordpress.org/plugins zapier.com/apps
    slack.com/marketplace ecosystem.hubspot.com marketplace.visualstudio.com setapp.com`,
  forum: `reddit.com quora.com stackoverflow.com stackexchange.com superuser.com news.ycombinator.com
    facebook.com x.com twitter.com linkedin.com instagram.com threads.net youtube.com youtu.be vimeo.com
    tiktok.com pinterest.com medium.com substack.com dev.to hashnode.dev discord.com t.me indiehackers.com
    lobste.rs tumblr.com bsky.app mastodon.social vk.com slideshare.net scribd.com hackernoon.com
    community.spiceworks.com gutefrage.net zhihu.com`,
  news: `techcrunch.com theverge.com forbes.com nytimes.com washingtonpost.com wsj.com wired.com cnet.com
    zdnet.com pcmag.com techradar.com businessinsider.com bloomberg.com reuters.com bbc.co.uk bbc.com
    theguardian.com cnbc.com cnn.com venturebeat.com mashable.com engadget.com arstechnica.com inc.com
    entrepreneur.com fastcompany.com tomsguide.com lifehacker.com makeuseof.com howtogeek.com nerdwallet.com
    prnewswire.com businesswire.com globenewswire.com geekwire.com sifted.eu tech.eu heise.de spiegel.de
    t3n.de faz.net lemonde.fr lefigaro.fr elpais.com corriere.it repubblica.it thenextweb.com
    usnews.com goodhousekeeping.com tomshardware.com xda-developers.com axios.com finance.yahoo.com`,
  reference: `wikipedia.org wikidata.org wiktionary.org wikihow.com britannica.com investopedia.com fandom.com
    dictionary.com merriam-webster.com dictionary.cambridge.org thesaurus.com arxiv.org doi.org
    researchgate.net sciencedirect.com springer.com nature.com jstor.org semanticscholar.org
    ncbi.nlm.nih.gov ieee.org acm.org mayoclinic.org webmd.com healthline.com w3schools.com
    developer.mozilla.org statista.com`,
  code_host: `github.com gitlab.com bitbucket.org codeberg.org sr.ht npmjs.com pypi.org crates.io packagist.org
    rubygems.org nuget.org hub.docker.com huggingface.co gist.github.com pkg.go.dev`,
};

const kinds: ReadonlyMap<string, SiteKind> = new Map(
  siteKinds.flatMap((kind) =>
    (hosts[kind] ?? '')
      .split(/\s+/u)
      .filter(Boolean)
      .map((host): [string, SiteKind] => [host, kind]),
  ),
);

/** Review sites with a site for each country: `capterra.fr`. */
const countrySites: ReadonlyMap<string, SiteKind> = new Map([
  ['capterra', 'directory'],
  ['getapp', 'directory'],
  ['softwareadvice', 'directory'],
  ['trustpilot', 'directory'],
  ['amazon', 'app_store'],
  ['ebay', 'app_store'],
  ['pinterest', 'forum'],
]);

/** The kind of a host that is known, or null. */
export function findKnownKind(url: URL, label: string | null): SiteKind | null {
  const host = url.hostname.replace(/^www\./u, '');
  const parents = host.split('.').map((_, place, parts) => parts.slice(place).join('.'));
  const [, folder = ''] = url.pathname.split('/');
  const known = parents
    .flatMap((parent) => [kinds.get(`${parent}/${folder}`), kinds.get(parent)])
    .find((kind) => kind !== undefined);
  return known ?? (label === null ? undefined : countrySites.get(label)) ?? null;
}
