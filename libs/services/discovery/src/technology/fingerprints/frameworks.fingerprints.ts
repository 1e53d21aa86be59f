import { header, inline, markup, meta, resource, script, technology } from '../technology-rule.js';

/** Frameworks of the page itself and libraries of its interface. */
export const frameworkFingerprints = [
  technology(
    'Next.js',
    'framework',
    [
      header('x-powered-by', /^next\.js/iu, 'Next.js'),
      resource(/\/_next\/(?:static|image)/u, '/_next/static/chunks/main-0a1b.js'),
      markup(/<script[^>\n]{0,80}id="__NEXT_DATA__"/u, '<script id="__NEXT_DATA__">'),
      inline(/self\.__next_f/u, 'self.__next_f=self.__next_f||[]'),
    ],
    ['React'],
  ),
  technology(
    'Nuxt',
    'framework',
    [
      resource(/\/_nuxt\//u, '/_nuxt/entry.4f2a.js'),
      markup(/id="__nuxt"|id="__NUXT_DATA__"/iu, '<div id="__nuxt">'),
      inline(/window\.__NUXT__/u, 'window.__NUXT__={}'),
    ],
    ['Vue.js'],
  ),
  technology(
    'Gatsby',
    'framework',
    [
      meta('generator', /^gatsby/iu, 'Gatsby 5.13.1'),
      markup(/id="___gatsby"/u, '<div id="___gatsby">'),
    ],
    ['React'],
  ),
  technology('Astro', 'framework', [
    meta('generator', /^astro\b/iu, 'Astro v4.2.0'),
    markup(/<astro-island\b/u, '<astro-island uid="1">'),
    resource(/\/_astro\//u, '/_astro/index.4b1c.css'),
  ]),
  technology(
    'SvelteKit',
    'framework',
    [
      resource(/\/_app\/immutable\//u, '/_app/immutable/entry/start.js'),
      markup(/data-sveltekit-/u, '<body data-sveltekit-preload-data="hover">'),
    ],
    ['Svelte'],
  ),
  technology('Svelte', 'framework', [
    markup(/class="[^"\n]{0,200}\bsvelte-[a-z0-9]{5,8}\b/u, '<p class="svelte-1xg8c2">'),
  ]),
  technology(
    'Remix',
    'framework',
    [inline(/window\.__remixContext/u, 'window.__remixContext = {}')],
    ['React'],
  ),
  technology(
    'React Router',
    'framework',
    [inline(/window\.__reactRouterContext/u, 'window.__reactRouterContext = {}')],
    ['React'],
  ),
  technology('React', 'framework', [
    markup(/\bdata-react(?:root|id)\b/u, '<div data-reactroot="">'),
    script(/\/react(?:-dom)?(?:\.production)?(?:\.min)?\.js/u, '/lib/react-dom.production.min.js'),
  ]),
  technology('Preact', 'framework', [script(/\/preact(?:\.min)?\.js/u, '/lib/preact.min.js')]),
  technology('Vue.js', 'framework', [
    markup(/\bdata-v-(?:app|[0-9a-f]{8})\b/u, '<div data-v-7ba5bd90="">'),
    script(/\/vue(?:\.global)?(?:\.prod)?(?:\.min)?\.js/u, '/lib/vue.global.prod.js'),
  ]),
  technology('Angular', 'framework', [
    markup(/\bng-version="/u, '<app-root ng-version="17.1.0">'),
    markup(/\bng-server-context="/u, '<app-root ng-server-context="ssr">'),
  ]),
  technology('AngularJS', 'framework', [
    script(/\/angular(?:\.min)?\.js/u, '/lib/angular.min.js'),
    markup(/\bng-(?:app|controller)="/u, '<html ng-app="shop">'),
  ]),
  technology('Ember.js', 'framework', [
    markup(/\bid="ember\d{1,6}"/u, '<div id="ember12">'),
    meta('ember-cli-head', /./u, '1'),
  ]),
  technology('SolidJS', 'framework', [inline(/_\$HY\s?=|window\._\$HY/u, 'window._$HY||(e=>{})')]),
  technology('Qwik', 'framework', [markup(/\bq:container="/u, '<html q:container="paused">')]),
  technology('Alpine.js', 'interface', [
    markup(/\bx-data="/u, '<div x-data="{ open: false }">'),
    script(
      /\/alpinejs(?:@|\/)|\/alpine(?:\.min)?\.js/u,
      'https://cdn.example/alpinejs@3.13/cdn.min.js',
    ),
  ]),
  technology('htmx', 'interface', [
    script(/\/htmx(?:\.org@|\.org\/|\.min\.js|\.js)/u, 'https://unpkg.com/htmx.org@1.9.10'),
    markup(/\bhx-(?:get|post|target)="/u, '<button hx-post="/save">'),
  ]),
  technology('Turbo', 'interface', [
    markup(/<turbo-frame\b/u, '<turbo-frame id="list">'),
    meta('turbo-cache-control', /./u, 'no-preview'),
    meta('turbo-visit-control', /./u, 'reload'),
  ]),
  technology('jQuery', 'interface', [
    script(/\/jquery(?:[.-]\d[\d.]*)?(?:\.slim)?(?:\.min)?\.js/u, '/js/jquery-3.7.1.min.js'),
  ]),
  technology('Bootstrap', 'interface', [
    resource(
      /\/bootstrap(?:@[\d.]+)?(?:\/[\d.]+)?(?:\/dist)?(?:\/css|\/js)?(?:\/bootstrap)?(?:\.bundle)?(?:\.min)?\.(?:css|js)/u,
      '/css/bootstrap.min.css',
    ),
  ]),
  technology('Tailwind CSS', 'interface', [
    script(/cdn\.tailwindcss\.com/u, 'https://cdn.tailwindcss.com'),
    resource(/\/tailwind(?:css)?(?:@[\d.]+)?[a-z0-9./-]{0,40}\.css/u, '/assets/tailwind.min.css'),
  ]),
  technology('GSAP', 'interface', [script(/\/gsap(?:\/|\.min\.js|@)/u, '/js/gsap.min.js')]),
  technology('Swiper', 'interface', [
    resource(/\/swiper(?:-bundle)?(?:\.min)?\.(?:js|css)/u, '/css/swiper-bundle.min.css'),
  ]),
  technology('Lottie', 'interface', [
    script(/\/lottie(?:-player)?(?:\.min)?\.js/u, '/js/lottie.min.js'),
    markup(/<(?:lottie-player|dotlottie-player)\b/u, '<lottie-player src="/a.json">'),
  ]),
  technology('AOS', 'interface', [markup(/\bdata-aos="/u, '<div data-aos="fade-up">')]),
  technology('Three.js', 'interface', [
    script(/\/three(?:\.module)?(?:\.min)?\.js/u, '/js/three.min.js'),
  ]),
  technology('D3', 'interface', [script(/\/d3(?:\.v\d)?(?:\.min)?\.js/u, '/js/d3.v7.min.js')]),
  technology('Chart.js', 'interface', [
    script(/\/chart(?:\.umd)?(?:\.min)?\.js/u, '/js/chart.min.js'),
  ]),
  technology(
    'Livewire',
    'interface',
    [markup(/\bwire:(?:id|snapshot)="/u, '<div wire:id="a1">')],
    ['Laravel'],
  ),
  technology('Inertia.js', 'framework', [
    header('x-inertia', /true/u, 'true'),
    markup(
      /\bdata-page="\{(?:"|&quot;)component/u,
      '<div id="app" data-page="{&quot;component&quot;:1}">',
    ),
  ]),
  technology(
    'Blazor',
    'framework',
    [script(/\/_framework\/blazor\./u, '/_framework/blazor.web.js')],
    ['ASP.NET'],
  ),
  technology('Flutter', 'framework', [
    script(/\/?flutter(?:_bootstrap)?\.js/u, '/flutter_bootstrap.js'),
  ]),
  technology('Vite', 'framework', [
    script(/\/@vite\/client/u, '/@vite/client'),
    inline(
      /__vite_plugin_react_preamble_installed__|__vite__mapDeps/u,
      'const __vite__mapDeps=(i)=>i',
    ),
  ]),
  technology('Font Awesome', 'fonts', [
    resource(/kit\.fontawesome\.com|\/font-?awesome/u, 'https://kit.fontawesome.com/ab12.js'),
  ]),
  technology('Google Fonts', 'fonts', [
    resource(
      /fonts\.(?:googleapis|gstatic)\.com/u,
      'https://fonts.googleapis.com/css2?family=Inter',
    ),
  ]),
  technology('Adobe Fonts', 'fonts', [
    resource(/use\.typekit\.net/u, 'https://use.typekit.net/abc1def.css'),
  ]),
  technology('Bunny Fonts', 'fonts', [
    resource(/fonts\.bunny\.net/u, 'https://fonts.bunny.net/css?family=inter'),
  ]),
  technology('Fontshare', 'fonts', [
    resource(/api\.fontshare\.com/u, 'https://api.fontshare.com/v2/css?f[]=satoshi@400'),
  ]),
  technology('Monotype Fonts', 'fonts', [
    resource(/fast\.fonts\.net/u, 'https://fast.fonts.net/cssapi/a.css'),
  ]),
];
