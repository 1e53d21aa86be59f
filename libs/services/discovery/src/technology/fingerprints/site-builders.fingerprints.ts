import {
  cookie,
  header,
  host,
  markup,
  meta,
  resource,
  script,
  technology,
} from '../technology-rule.js';

/** Content management, website builders and documentation generators. */
export const siteBuilderFingerprints = [
  technology(
    'WordPress',
    'cms',
    [
      meta('generator', /^wordpress\b/iu, 'WordPress 6.5.2'),
      resource(/\/wp-(?:content|includes)\//u, '/wp-content/themes/acme/style.css'),
      header(
        'link',
        /rel="https:\/\/api\.w\.org\/"/u,
        '<https://a.example/wp-json/>; rel="https://api.w.org/"',
      ),
      cookie(/^wordpress_(?:test_cookie|logged_in)/u, 'wordpress_test_cookie'),
    ],
    ['PHP'],
  ),
  technology(
    'Elementor',
    'cms',
    [
      meta('generator', /^elementor\b/iu, 'Elementor 3.21.0'),
      resource(
        /\/plugins\/elementor(?:-pro)?\//u,
        '/wp-content/plugins/elementor/assets/css/frontend.css',
      ),
    ],
    ['WordPress'],
  ),
  technology(
    'Divi',
    'cms',
    [resource(/\/themes\/Divi\//u, '/wp-content/themes/Divi/style.css')],
    ['WordPress'],
  ),
  technology(
    'Yoast SEO',
    'cms',
    [
      markup(
        /class="[^"\n]{0,80}yoast-schema-graph/u,
        '<script type="application/ld+json" class="yoast-schema-graph">',
      ),
    ],
    ['WordPress'],
  ),
  technology(
    'Astra',
    'cms',
    [resource(/\/themes\/astra\//u, '/wp-content/themes/astra/assets/main.css')],
    ['WordPress'],
  ),
  technology(
    'WP Rocket',
    'cms',
    [
      resource(
        /\/wp-content\/cache\/min\/|\/plugins\/wp-rocket\//u,
        '/wp-content/cache/min/1/a.css',
      ),
    ],
    ['WordPress'],
  ),
  technology(
    'WPML',
    'cms',
    [
      meta('generator', /^wpml\b/iu, 'WPML ver:4.6.9 stt:1,3;'),
      cookie(/^wp-wpml_current_language$/u, 'wp-wpml_current_language'),
    ],
    ['WordPress'],
  ),
  technology(
    'Contact Form 7',
    'forms and booking',
    [
      resource(
        /\/plugins\/contact-form-7\//u,
        '/wp-content/plugins/contact-form-7/includes/css/styles.css',
      ),
    ],
    ['WordPress'],
  ),
  technology(
    'Drupal',
    'cms',
    [
      header('x-generator', /^drupal/iu, 'Drupal 10 (https://www.drupal.org)'),
      meta('generator', /^drupal/iu, 'Drupal 10'),
      header('x-drupal-cache', /./u, 'HIT'),
      resource(/\/sites\/default\/files\//u, '/sites/default/files/css/a.css'),
    ],
    ['PHP'],
  ),
  technology(
    'Joomla',
    'cms',
    [
      meta('generator', /^joomla!/iu, 'Joomla! - Open Source Content Management'),
      resource(/\/media\/(?:jui|vendor\/joomla)/u, '/media/jui/js/jquery.min.js'),
    ],
    ['PHP'],
  ),
  technology(
    'TYPO3',
    'cms',
    [
      meta('generator', /^typo3/iu, 'TYPO3 CMS'),
      resource(/\/typo3(?:conf|temp)\//u, '/typo3conf/ext/site/style.css'),
    ],
    ['PHP'],
  ),
  technology(
    'Ghost',
    'cms',
    [
      meta('generator', /^ghost\b/iu, 'Ghost 5.80'),
      resource(
        /\/ghost\/portal|\/ghost@[\d.~]+|@tryghost\//u,
        'https://cdn.jsdelivr.net/ghost/portal@~2.37/umd/portal.min.js',
      ),
    ],
    ['Node.js'],
  ),
  technology(
    'Craft CMS',
    'cms',
    [
      header('x-powered-by', /craft cms/iu, 'Craft CMS'),
      cookie(/^CraftSessionId$/u, 'CraftSessionId'),
    ],
    ['PHP'],
  ),
  technology(
    'Umbraco',
    'cms',
    [meta('generator', /umbraco/iu, 'Umbraco'), header('x-umbraco-version', /./u, '10.0')],
    ['ASP.NET'],
  ),
  technology('Adobe Experience Manager', 'cms', [
    resource(/\/etc\.clientlibs\//u, '/etc.clientlibs/site/clientlibs/base.css'),
  ]),
  technology(
    'Sitecore',
    'cms',
    [cookie(/^SC_ANALYTICS_GLOBAL_COOKIE$/u, 'SC_ANALYTICS_GLOBAL_COOKIE')],
    ['ASP.NET'],
  ),
  technology('HubSpot CMS', 'cms', [
    meta('generator', /^hubspot$/iu, 'HubSpot'),
    header('x-hs-hub-id', /\d/u, '123456'),
    resource(/\/hs-fs\/hub|\/hubfs\//u, '/hubfs/logo.png'),
  ]),
  technology('Contentful', 'cms', [
    resource(/(?:images|assets)\.ctfassets\.net/u, 'https://images.ctfassets.net/a/b/c.png'),
  ]),
  technology('Sanity', 'cms', [
    resource(/cdn\.sanity\.io/u, 'https://cdn.sanity.io/images/a/production/b.png'),
  ]),
  technology('Prismic', 'cms', [
    resource(/\.cdn\.prismic\.io|images\.prismic\.io/u, 'https://images.prismic.io/site/a.png'),
  ]),
  technology('Storyblok', 'cms', [
    resource(/a(?:-us)?\.storyblok\.com/u, 'https://a.storyblok.com/f/1/a.png'),
  ]),
  technology('DatoCMS', 'cms', [
    resource(/www\.datocms-assets\.com/u, 'https://www.datocms-assets.com/1/a.png'),
  ]),
  technology('Builder.io', 'cms', [
    resource(/cdn\.builder\.io/u, 'https://cdn.builder.io/api/v1/image/a'),
  ]),
  technology(
    'Strapi',
    'cms',
    [header('x-powered-by', /^strapi/iu, 'Strapi <strapi.io>')],
    ['Node.js'],
  ),
  technology('Webflow', 'website builder', [
    meta('generator', /^webflow$/iu, 'Webflow'),
    markup(/\bdata-wf-(?:site|page)="/u, '<html data-wf-site="5f1">'),
    resource(
      /(?:assets|cdn\.prod)\.website-files\.com|uploads-ssl\.webflow\.com/u,
      'https://cdn.prod.website-files.com/a/b.css',
    ),
    host(/\.webflow\.io$/u, 'acme.webflow.io'),
  ]),
  technology(
    'Framer',
    'website builder',
    [
      meta('generator', /^framer\b/iu, 'Framer 1a2b3c'),
      resource(/framerusercontent\.com/u, 'https://framerusercontent.com/images/a.png'),
      markup(/\bdata-framer-(?:name|hydrate-v2|component-type)=/u, '<div data-framer-name="Hero">'),
      host(/\.framer\.(?:website|app|ai)$/u, 'acme.framer.website'),
    ],
    ['React'],
  ),
  technology('Wix', 'website builder', [
    meta('generator', /^wix\.com website builder/iu, 'Wix.com Website Builder'),
    header('x-wix-request-id', /./u, '1710000000.123'),
    resource(/static\.(?:wixstatic|parastorage)\.com/u, 'https://static.wixstatic.com/media/a.png'),
    host(/\.wixsite\.com$/u, 'acme.wixsite.com'),
  ]),
  technology('Squarespace', 'website builder', [
    resource(
      /static1\.squarespace\.com|assets\.squarespace\.com/u,
      'https://static1.squarespace.com/static/a.css',
    ),
    header('server', /^squarespace/iu, 'Squarespace'),
    cookie(/^ss_cvr$/u, 'ss_cvr'),
  ]),
  technology('Weebly', 'website builder', [
    resource(/cdn\d?\.editmysite\.com/u, 'https://cdn2.editmysite.com/css/sites.css'),
  ]),
  technology('Carrd', 'website builder', [host(/\.carrd\.co$/u, 'acme.carrd.co')]),
  technology('Jimdo', 'website builder', [
    resource(/(?:assets|u)\.jimstatic\.com/u, 'https://assets.jimstatic.com/web.css'),
  ]),
  technology('Duda', 'website builder', [
    resource(/(?:irp|lirp|static)\.cdn-website\.com/u, 'https://irp.cdn-website.com/a/b.png'),
  ]),
  technology('GoDaddy Website Builder', 'website builder', [
    meta(
      'generator',
      /^starfield technologies; go daddy/iu,
      'Starfield Technologies; Go Daddy Website Builder 8.0.0000',
    ),
    resource(/img1\.wsimg\.com/u, 'https://img1.wsimg.com/isteam/a.png'),
  ]),
  technology('Tilda', 'website builder', [
    resource(/(?:static|neo)\.tildacdn\.(?:com|net)/u, 'https://static.tildacdn.com/css/tilda.css'),
  ]),
  technology('Unbounce', 'website builder', [
    resource(/d9hhrg4mnvzow\.cloudfront\.net|\.ubembed\.com/u, 'https://a1.js.ubembed.com'),
  ]),
  technology('Instapage', 'website builder', [
    resource(/cdn\.instapage\.com|instapagemetrics\.com/u, 'https://cdn.instapage.com/js/a.js'),
  ]),
  technology('Leadpages', 'website builder', [
    resource(/static\.leadpages\.net/u, 'https://static.leadpages.net/a.js'),
  ]),
  technology('ClickFunnels', 'website builder', [
    meta('cf:app_domain', /./u, 'app.clickfunnels.com'),
  ]),
  technology('Bubble', 'website builder', [
    resource(/\.cdn\.bubble\.io/u, 'https://a1.cdn.bubble.io/f1.png'),
    host(/\.bubbleapps\.io$/u, 'acme.bubbleapps.io'),
  ]),
  technology('Softr', 'website builder', [host(/\.softr\.(?:app|io)$/u, 'acme.softr.app')]),
  technology('Notion', 'website builder', [host(/\.notion\.site$/u, 'acme.notion.site')]),
  technology(
    'Super',
    'website builder',
    [resource(/assets\.super\.so/u, 'https://assets.super.so/a/b.png')],
    ['Notion'],
  ),
  technology('Durable', 'website builder', [
    resource(/cdn\.durable\.co/u, 'https://cdn.durable.co/a.png'),
  ]),
  technology(
    'Docusaurus',
    'documentation',
    [
      meta('generator', /^docusaurus\b/iu, 'Docusaurus v3.1.1'),
      markup(/id="__docusaurus"/u, '<div id="__docusaurus">'),
    ],
    ['React'],
  ),
  technology(
    'VitePress',
    'documentation',
    [meta('generator', /^vitepress\b/iu, 'VitePress v1.0.0')],
    ['Vue.js'],
  ),
  technology(
    'VuePress',
    'documentation',
    [meta('generator', /^vuepress\b/iu, 'VuePress 1.9.9')],
    ['Vue.js'],
  ),
  technology(
    'MkDocs',
    'documentation',
    [meta('generator', /^mkdocs-/iu, 'mkdocs-1.5.3, mkdocs-material-9.5.3')],
    ['Python'],
  ),
  technology(
    'Sphinx',
    'documentation',
    [script(/\/_static\/(?:doctools|sphinx_highlight)\.js/u, '/_static/doctools.js')],
    ['Python'],
  ),
  technology(
    'Starlight',
    'documentation',
    [meta('generator', /^starlight\b/iu, 'Starlight v0.21.1')],
    ['Astro'],
  ),
  technology('GitBook', 'documentation', [
    meta('generator', /^gitbook\b/iu, 'GitBook (28f7fba)'),
    host(/\.gitbook\.io$/u, 'acme.gitbook.io'),
  ]),
  technology('ReadMe', 'documentation', [
    meta('readme-deploy', /./u, '5.7.1'),
    resource(/cdn\.readme\.io/u, 'https://cdn.readme.io/public/a.css'),
  ]),
  technology(
    'Mintlify',
    'documentation',
    [
      meta('generator', /^mintlify$/iu, 'Mintlify'),
      resource(/mintlify\.s3|mintcdn\.com/u, 'https://mintcdn.com/acme/a.png'),
    ],
    ['Next.js'],
  ),
  technology('Hugo', 'cms', [meta('generator', /^hugo\b/iu, 'Hugo 0.121.1')]),
  technology('Jekyll', 'cms', [meta('generator', /^jekyll\b/iu, 'Jekyll v4.3.3')], ['Ruby']),
  technology(
    'Eleventy',
    'cms',
    [meta('generator', /^eleventy\b/iu, 'Eleventy v2.0.1')],
    ['Node.js'],
  ),
  technology('Hexo', 'cms', [meta('generator', /^hexo\b/iu, 'Hexo 7.0.0')], ['Node.js']),
  technology('Pelican', 'cms', [meta('generator', /^pelican\b/iu, 'Pelican')], ['Python']),
];
