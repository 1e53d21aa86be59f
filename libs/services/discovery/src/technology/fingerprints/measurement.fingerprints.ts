import { cookie, inline, markup, meta, resource, script, technology } from '../technology-rule.js';

/** Analytics, tag managers, tests of variants, advertising, consent and monitoring. */
export const measurementFingerprints = [
  technology('Google Analytics', 'analytics', [
    script(
      /googletagmanager\.com\/gtag\/js\?id=(?:G|UA)-/u,
      'https://www.googletagmanager.com/gtag/js?id=G-ABC123',
    ),
    script(
      /google-analytics\.com\/(?:analytics|ga)\.js/u,
      'https://www.google-analytics.com/analytics.js',
    ),
    cookie(/^_ga(?:_[A-Z0-9]+)?$/u, '_ga_AB12CD34'),
  ]),
  technology('Google Tag Manager', 'tag manager', [
    script(/googletagmanager\.com\/gtm\.js/u, 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC'),
    resource(
      /googletagmanager\.com\/ns\.html/u,
      'https://www.googletagmanager.com/ns.html?id=GTM-ABC',
    ),
    inline(
      /googletagmanager\.com\/gtm\.js/u,
      "j.src='https://www.googletagmanager.com/gtm.js?id='+i",
    ),
  ]),
  technology('Adobe Experience Platform Launch', 'tag manager', [
    script(/assets\.adobedtm\.com/u, 'https://assets.adobedtm.com/a/b/launch-c.min.js'),
  ]),
  technology('Tealium', 'tag manager', [
    script(/tags\.tiqcdn\.com/u, 'https://tags.tiqcdn.com/utag/a/main/prod/utag.js'),
  ]),
  technology('Segment', 'analytics', [
    script(
      /cdn\.segment\.com\/analytics(?:\.js|-next)/u,
      'https://cdn.segment.com/analytics.js/v1/a/analytics.min.js',
    ),
    inline(/cdn\.segment\.com\/analytics/u, 't.src="https://cdn.segment.com/analytics.js/v1/"'),
    cookie(/^ajs_anonymous_id$/u, 'ajs_anonymous_id'),
  ]),
  technology('RudderStack', 'analytics', [
    script(/cdn\.rudderlabs\.com/u, 'https://cdn.rudderlabs.com/v1.1/rudder-analytics.min.js'),
  ]),
  technology('Mixpanel', 'analytics', [
    script(/cdn\.(?:mxpnl|mixpanel)\.com/u, 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js'),
    cookie(/^mp_[a-f0-9]{32}_mixpanel$/u, 'mp_0123456789abcdef0123456789abcdef_mixpanel'),
  ]),
  technology('Amplitude', 'analytics', [
    script(/cdn\.amplitude\.com/u, 'https://cdn.amplitude.com/libs/analytics-browser-2.3.js.gz'),
    cookie(/^AMP_[a-f0-9]{10}$/u, 'AMP_0123456789'),
  ]),
  technology('Heap', 'analytics', [
    script(
      /cdn\.(?:us\.)?heap(?:analytics|-api)\.com/u,
      'https://cdn.heapanalytics.com/js/heap-123.js',
    ),
    cookie(/^_hp2_id\./u, '_hp2_id.123'),
  ]),
  technology('PostHog', 'analytics', [
    script(
      /(?:app|[a-z]{2}(?:-assets)?)(?:\.i)?\.posthog\.com/u,
      'https://us-assets.i.posthog.com/static/array.js',
    ),
    cookie(/^ph_phc_\w+_posthog$/u, 'ph_phc_abc_posthog'),
    inline(/posthog\.init\(/u, "posthog.init('phc_a')"),
  ]),
  technology('Plausible', 'analytics', [
    script(/plausible\.io\/js\//u, 'https://plausible.io/js/script.js'),
  ]),
  technology('Fathom', 'analytics', [
    script(/cdn\.usefathom\.com/u, 'https://cdn.usefathom.com/script.js'),
  ]),
  technology('Simple Analytics', 'analytics', [
    script(/scripts\.simpleanalyticscdn\.com/u, 'https://scripts.simpleanalyticscdn.com/latest.js'),
  ]),
  technology('Umami', 'analytics', [
    script(/cloud\.umami\.is|analytics\.umami\.is/u, 'https://cloud.umami.is/script.js'),
    markup(
      /\bdata-website-id="[0-9a-f]{8}-/u,
      '<script data-website-id="0a1b2c3d-0000-4000-8000-000000000000">',
    ),
  ]),
  technology('Matomo', 'analytics', [
    script(/\/(?:matomo|piwik)\.js/u, 'https://stats.example/matomo.js'),
    cookie(/^_pk_id\./u, '_pk_id.1.1fff'),
  ]),
  technology('Piwik PRO', 'analytics', [
    script(/\.containers\.piwik\.pro/u, 'https://acme.containers.piwik.pro/a.js'),
  ]),
  technology('Pirsch', 'analytics', [script(/api\.pirsch\.io/u, 'https://api.pirsch.io/pa.js')]),
  technology('GoatCounter', 'analytics', [script(/gc\.zgo\.at/u, '//gc.zgo.at/count.js')]),
  technology(
    'Vercel Analytics',
    'analytics',
    [script(/\/_vercel\/insights\//u, '/_vercel/insights/script.js')],
    ['Vercel'],
  ),
  technology(
    'Vercel Speed Insights',
    'analytics',
    [script(/\/_vercel\/speed-insights\//u, '/_vercel/speed-insights/script.js')],
    ['Vercel'],
  ),
  technology('Cloudflare Web Analytics', 'analytics', [
    script(
      /static\.cloudflareinsights\.com/u,
      'https://static.cloudflareinsights.com/beacon.min.js',
    ),
  ]),
  technology('Adobe Analytics', 'analytics', [
    script(/\/(?:s_code|AppMeasurement)\.js/u, '/js/AppMeasurement.js'),
    cookie(/^s_vi$|^AMCV_/u, 'AMCV_A1%40AdobeOrg'),
  ]),
  technology('Yandex Metrica', 'analytics', [
    script(/mc\.yandex\.(?:ru|com)\/metrika/u, 'https://mc.yandex.ru/metrika/tag.js'),
    cookie(/^_ym_uid$/u, '_ym_uid'),
  ]),
  technology('Hotjar', 'analytics', [
    script(/static\.hotjar\.com/u, 'https://static.hotjar.com/c/hotjar-1.js?sv=6'),
    inline(/static\.hotjar\.com/u, "'https://static.hotjar.com/c/hotjar-'"),
    cookie(/^_hjSession(?:User)?_/u, '_hjSessionUser_123'),
  ]),
  technology('Microsoft Clarity', 'analytics', [
    script(/www\.clarity\.ms\/tag/u, 'https://www.clarity.ms/tag/abc'),
    inline(/www\.clarity\.ms\/tag/u, 't.src="https://www.clarity.ms/tag/"+i'),
    cookie(/^_clck$/u, '_clck'),
  ]),
  technology('FullStory', 'analytics', [
    script(/(?:edge|www)\.fullstory\.com\/s\//u, 'https://edge.fullstory.com/s/fs.js'),
    cookie(/^fs_uid$/u, 'fs_uid'),
  ]),
  technology('LogRocket', 'analytics', [
    script(
      /cdn\.(?:lr-ingest|logrocket)\.(?:io|com)/u,
      'https://cdn.lr-ingest.io/LogRocket.min.js',
    ),
  ]),
  technology('Mouseflow', 'analytics', [
    script(/cdn\.mouseflow\.com/u, 'https://cdn.mouseflow.com/projects/a.js'),
  ]),
  technology('Lucky Orange', 'analytics', [
    script(
      /(?:tools|settings)\.luckyorange\.(?:com|net)/u,
      'https://tools.luckyorange.com/core/lo.js',
    ),
  ]),
  technology('Crazy Egg', 'analytics', [
    script(/script\.crazyegg\.com/u, 'https://script.crazyegg.com/pages/scripts/a.js'),
  ]),
  technology('Pendo', 'analytics', [
    script(/cdn(?:\.eu)?\.pendo\.io/u, 'https://cdn.pendo.io/agent/static/a/pendo.js'),
  ]),
  technology('Optimizely', 'a/b testing', [
    script(/cdn\.optimizely\.com/u, 'https://cdn.optimizely.com/js/123.js'),
    cookie(/^optimizelyEndUserId$/u, 'optimizelyEndUserId'),
  ]),
  technology('VWO', 'a/b testing', [
    script(/dev\.visualwebsiteoptimizer\.com/u, 'https://dev.visualwebsiteoptimizer.com/j.php'),
    cookie(/^_vwo_uuid/u, '_vwo_uuid_v2'),
  ]),
  technology('AB Tasty', 'a/b testing', [
    script(/try\.abtasty\.com/u, 'https://try.abtasty.com/a.js'),
  ]),
  technology('Convert', 'a/b testing', [
    script(/cdn-\d\.convertexperiments\.com/u, 'https://cdn-4.convertexperiments.com/js/1.js'),
  ]),
  technology('Kameleoon', 'a/b testing', [
    script(/\.kameleoon\.(?:eu|io)\/kameleoon\.js/u, 'https://a1.kameleoon.eu/kameleoon.js'),
  ]),
  technology('Statsig', 'a/b testing', [
    script(
      /(?:cdn|api)\.statsig(?:cdn)?\.com|statsig-js/u,
      'https://cdn.jsdelivr.net/npm/statsig-js/build/statsig-prod-web-sdk.min.js',
    ),
  ]),
  technology('GrowthBook', 'a/b testing', [
    script(
      /@growthbook\/growthbook/u,
      'https://cdn.jsdelivr.net/npm/@growthbook/growthbook/dist/bundles/auto.min.js',
    ),
  ]),
  technology('LaunchDarkly', 'a/b testing', [
    script(
      /launchdarkly-js-client-sdk|app\.launchdarkly\.com/u,
      'https://unpkg.com/launchdarkly-js-client-sdk@3',
    ),
  ]),
  technology('Meta Pixel', 'advertising', [
    script(
      /connect\.facebook\.net\/[a-zA-Z_]+\/fbevents\.js/u,
      'https://connect.facebook.net/en_US/fbevents.js',
    ),
    inline(
      /connect\.facebook\.net\/[a-zA-Z_]+\/fbevents\.js/u,
      "'https://connect.facebook.net/en_US/fbevents.js'",
    ),
    cookie(/^_fbp$/u, '_fbp'),
  ]),
  technology('LinkedIn Insight Tag', 'advertising', [
    script(
      /snap\.licdn\.com\/li\.lms-analytics/u,
      'https://snap.licdn.com/li.lms-analytics/insight.min.js',
    ),
  ]),
  technology('TikTok Pixel', 'advertising', [
    script(/analytics\.tiktok\.com/u, 'https://analytics.tiktok.com/i18n/pixel/events.js'),
  ]),
  technology('Pinterest Tag', 'advertising', [
    script(/s\.pinimg\.com\/ct/u, 'https://s.pinimg.com/ct/core.js'),
  ]),
  technology('X Ads', 'advertising', [
    script(/static\.ads-twitter\.com/u, 'https://static.ads-twitter.com/uwt.js'),
  ]),
  technology('Reddit Pixel', 'advertising', [
    script(/redditstatic\.com\/ads/u, 'https://www.redditstatic.com/ads/pixel.js'),
  ]),
  technology('Microsoft Advertising', 'advertising', [
    script(/bat\.bing\.com/u, 'https://bat.bing.com/bat.js'),
    cookie(/^_uetsid$/u, '_uetsid'),
  ]),
  technology('Google Ads', 'advertising', [
    script(
      /googleadservices\.com\/pagead|googletagmanager\.com\/gtag\/js\?id=AW-/u,
      'https://www.googletagmanager.com/gtag/js?id=AW-123',
    ),
    cookie(/^_gcl_au$/u, '_gcl_au'),
  ]),
  technology('Google AdSense', 'advertising', [
    script(
      /pagead2\.googlesyndication\.com/u,
      'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js',
    ),
  ]),
  technology('OneTrust', 'consent', [
    script(
      /cdn\.cookielaw\.org|cookie-cdn\.cookiepro\.com/u,
      'https://cdn.cookielaw.org/scripttemplates/otSDKStub.js',
    ),
    cookie(/^OptanonConsent$/u, 'OptanonConsent'),
  ]),
  technology('Cookiebot', 'consent', [
    script(/consent\.cookiebot\.com/u, 'https://consent.cookiebot.com/uc.js'),
    cookie(/^CookieConsent$/u, 'CookieConsent'),
  ]),
  technology('Usercentrics', 'consent', [
    script(
      /(?:app|web)(?:\.cmp|\.eu)?\.usercentrics\.eu/u,
      'https://app.usercentrics.eu/browser-ui/latest/loader.js',
    ),
  ]),
  technology('CookieYes', 'consent', [
    script(/cdn-cookieyes\.com/u, 'https://cdn-cookieyes.com/client_data/a/script.js'),
  ]),
  technology('iubenda', 'consent', [
    script(/(?:cdn|cs)\.iubenda\.com/u, 'https://cdn.iubenda.com/cs/iubenda_cs.js'),
  ]),
  technology('Didomi', 'consent', [
    script(/sdk\.privacy-center\.org/u, 'https://sdk.privacy-center.org/a/loader.js'),
  ]),
  technology('Osano', 'consent', [
    script(/cmp\.osano\.com/u, 'https://cmp.osano.com/a/b/osano.js'),
  ]),
  technology('Termly', 'consent', [
    script(/app\.termly\.io/u, 'https://app.termly.io/embed.min.js'),
  ]),
  technology('Sentry', 'error monitoring', [
    script(
      /browser\.sentry-cdn\.com|js(?:-de)?\.sentry-cdn\.com/u,
      'https://browser.sentry-cdn.com/7.100.0/bundle.min.js',
    ),
    meta('sentry-trace', /^[0-9a-f]{32}-/u, '0123456789abcdef0123456789abcdef-0123456789abcdef-0'),
  ]),
  technology('Bugsnag', 'error monitoring', [
    script(
      /d2wy8f7a9ursnm\.cloudfront\.net/u,
      'https://d2wy8f7a9ursnm.cloudfront.net/v7/bugsnag.min.js',
    ),
  ]),
  technology('Rollbar', 'error monitoring', [inline(/_rollbarConfig/u, 'var _rollbarConfig = {}')]),
  technology('Datadog RUM', 'error monitoring', [
    script(
      /www\.datadoghq-browser-agent\.com/u,
      'https://www.datadoghq-browser-agent.com/us1/v5/datadog-rum.js',
    ),
  ]),
  technology('New Relic', 'error monitoring', [
    script(/js-agent\.newrelic\.com/u, 'https://js-agent.newrelic.com/nr-spa-1.min.js'),
    inline(/NREUM\|\|\(NREUM/u, 'window.NREUM||(NREUM={})'),
  ]),
  technology('Dynatrace', 'error monitoring', [
    script(/js-cdn\.dynatrace\.com|\/ruxitagentjs_/u, '/ruxitagentjs_ICA_1.js'),
    cookie(/^dtCookie$/u, 'dtCookie'),
  ]),
  technology('Google Search Console', 'analytics', [meta('google-site-verification', /./u, 'abc')]),
  technology('Bing Webmaster Tools', 'analytics', [meta('msvalidate.01', /./u, 'ABC')]),
  technology('Ahrefs Web Analytics', 'analytics', [
    script(/analytics\.ahrefs\.com/u, 'https://analytics.ahrefs.com/analytics.js'),
  ]),
  technology('Algolia', 'search', [
    resource(
      /cdn\.jsdelivr\.net\/(?:npm\/)?(?:algoliasearch|@docsearch)|\.algolia(?:net)?\.(?:com|net)/u,
      'https://cdn.jsdelivr.net/npm/@docsearch/css@3',
    ),
  ]),
  technology('Typesense', 'search', [
    script(
      /typesense-(?:docsearch|instantsearch)/u,
      'https://cdn.jsdelivr.net/npm/typesense-docsearch.js@3',
    ),
  ]),
];
