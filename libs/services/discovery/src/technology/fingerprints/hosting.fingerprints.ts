import { cookie, header, host, resource, script, technology } from '../technology-rule.js';

/** Hosts, content networks, servers and the languages behind them. */
export const hostingFingerprints = [
  technology('Vercel', 'hosting', [
    header('x-vercel-id', /./u, 'fra1::abc'),
    header('server', /^vercel$/iu, 'Vercel'),
    host(/\.vercel\.app$/u, 'acme.vercel.app'),
  ]),
  technology('Netlify', 'hosting', [
    header('x-nf-request-id', /./u, '01HV'),
    header('server', /^netlify/iu, 'Netlify'),
    host(/\.netlify\.app$/u, 'acme.netlify.app'),
  ]),
  technology('Cloudflare', 'cdn', [
    header('cf-ray', /./u, '86a1b2c3d4e5f678-FRA'),
    header('server', /^cloudflare$/iu, 'cloudflare'),
    cookie(/^__cf_bm$|^cf_clearance$/u, '__cf_bm'),
    resource(/\/cdn-cgi\//u, '/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js'),
  ]),
  technology(
    'Cloudflare Pages',
    'hosting',
    [host(/\.pages\.dev$/u, 'acme.pages.dev')],
    ['Cloudflare'],
  ),
  technology(
    'Cloudflare Workers',
    'hosting',
    [host(/\.workers\.dev$/u, 'acme.workers.dev')],
    ['Cloudflare'],
  ),
  technology('Fastly', 'cdn', [
    header('x-fastly-request-id', /./u, 'a1b2'),
    header('x-served-by', /^cache-[a-z0-9-]+-[A-Z]{3}\b/u, 'cache-fra-eddf8230-FRA'),
  ]),
  technology('Amazon CloudFront', 'cdn', [
    header('x-amz-cf-id', /./u, 'abc=='),
    header('via', /\(cloudfront\)/iu, '1.1 abc.cloudfront.net (CloudFront)'),
  ]),
  technology('Amazon S3', 'hosting', [
    header('server', /^amazons3$/iu, 'AmazonS3'),
    resource(
      /\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com/u,
      'https://acme.s3.eu-central-1.amazonaws.com/a.png',
    ),
  ]),
  technology('AWS Elastic Load Balancing', 'hosting', [
    header('server', /^awselb/iu, 'awselb/2.0'),
    cookie(/^AWSALB(?:CORS|TG)?$/u, 'AWSALB'),
  ]),
  technology('AWS Amplify', 'hosting', [host(/\.amplifyapp\.com$/u, 'main.abc.amplifyapp.com')]),
  technology('Akamai', 'cdn', [
    header('x-akamai-transformed', /./u, '9 - 0 pmb=mRUM,1'),
    header('server', /^akamai/iu, 'AkamaiGHost'),
    cookie(/^ak_bmsc$/u, 'ak_bmsc'),
  ]),
  technology('Azure Front Door', 'cdn', [header('x-azure-ref', /./u, '0abc')]),
  technology('Azure App Service', 'hosting', [
    cookie(/^ARRAffinity(?:SameSite)?$/u, 'ARRAffinity'),
    host(/\.azurewebsites\.net$/u, 'acme.azurewebsites.net'),
  ]),
  technology('Azure Static Web Apps', 'hosting', [
    host(/\.azurestaticapps\.net$/u, 'a.1.azurestaticapps.net'),
  ]),
  technology('Google Cloud', 'hosting', [
    header('via', /^1\.1 google$/iu, '1.1 google'),
    header('server', /^google frontend$/iu, 'Google Frontend'),
  ]),
  technology(
    'Google Cloud Run',
    'hosting',
    [host(/\.a\.run\.app$/u, 'acme-abc-ew.a.run.app')],
    ['Google Cloud'],
  ),
  technology('Firebase Hosting', 'hosting', [
    host(/\.(?:web\.app|firebaseapp\.com)$/u, 'acme.web.app'),
  ]),
  technology('Firebase', 'hosting', [
    script(
      /gstatic\.com\/firebasejs\//u,
      'https://www.gstatic.com/firebasejs/10.8.0/firebase-app.js',
    ),
    script(/\/__\/firebase\//u, '/__/firebase/init.js'),
  ]),
  technology('Supabase', 'hosting', [
    resource(/\.supabase\.co\//u, 'https://abc.supabase.co/storage/v1/object/public/a.png'),
    script(/@supabase\/supabase-js/u, 'https://cdn.jsdelivr.net/npm/@supabase/supabase-js@2'),
    cookie(/^sb-[a-z0-9]+-auth-token/u, 'sb-abc-auth-token'),
  ]),
  technology('GitHub Pages', 'hosting', [
    header('server', /^github\.com$/iu, 'GitHub.com'),
    host(/\.github\.io$/u, 'acme.github.io'),
  ]),
  technology('GitLab Pages', 'hosting', [host(/\.gitlab\.io$/u, 'acme.gitlab.io')]),
  technology('Heroku', 'hosting', [
    header('via', /vegur/iu, '1.1 vegur'),
    host(/\.herokuapp\.com$/u, 'acme.herokuapp.com'),
  ]),
  technology('Render', 'hosting', [
    header('x-render-origin-server', /./u, 'Render'),
    host(/\.onrender\.com$/u, 'acme.onrender.com'),
  ]),
  technology('Fly.io', 'hosting', [
    header('fly-request-id', /./u, '01HV-fra'),
    header('server', /^fly\/\w+/iu, 'Fly/a1b2 (2024-04-01)'),
    host(/\.fly\.dev$/u, 'acme.fly.dev'),
  ]),
  technology('Railway', 'hosting', [
    header('x-railway-request-id', /./u, 'abc'),
    host(/\.up\.railway\.app$/u, 'acme.up.railway.app'),
  ]),
  technology('Deno Deploy', 'hosting', [host(/\.deno\.dev$/u, 'acme.deno.dev')]),
  technology('Replit', 'hosting', [host(/\.(?:repl\.co|replit\.app)$/u, 'acme.replit.app')]),
  technology('Surge', 'hosting', [host(/\.surge\.sh$/u, 'acme.surge.sh')]),
  technology('DigitalOcean App Platform', 'hosting', [
    header('x-do-app-origin', /./u, 'abc'),
    host(/\.ondigitalocean\.app$/u, 'acme.ondigitalocean.app'),
  ]),
  technology('Pantheon', 'hosting', [
    header('x-pantheon-styx-hostname', /./u, 'styx-fe1-a'),
    header('x-styx-req-id', /./u, 'abc'),
  ]),
  technology(
    'WP Engine',
    'hosting',
    [header('x-powered-by', /^wp engine$/iu, 'WP Engine')],
    ['WordPress'],
  ),
  technology(
    'Kinsta',
    'hosting',
    [header('x-kinsta-cache', /./u, 'HIT'), header('ki-edge', /./u, 'v=20')],
    ['WordPress'],
  ),
  technology(
    'WordPress.com',
    'hosting',
    [
      header('x-hacker', /automattic/iu, 'Want root?  Visit join.a8c.com (automattic)'),
      host(/\.wordpress\.com$/u, 'acme.wordpress.com'),
    ],
    ['WordPress'],
  ),
  technology('Platform.sh', 'hosting', [
    header('x-platform-cluster', /./u, 'abc'),
    host(/\.platformsh\.site$/u, 'a.eu.platformsh.site'),
  ]),
  technology('BunnyCDN', 'cdn', [
    header('server', /^bunnycdn/iu, 'BunnyCDN-DE1-1'),
    resource(/\.b-cdn\.net/u, 'https://acme.b-cdn.net/a.css'),
  ]),
  technology('KeyCDN', 'cdn', [
    header('server', /^keycdn/iu, 'keycdn-engine'),
    resource(/\.kxcdn\.com/u, 'https://a-1.kxcdn.com/a.css'),
  ]),
  technology('StackPath', 'cdn', [header('x-hw', /./u, '1710.dop1')]),
  technology('Sucuri', 'security', [header('x-sucuri-id', /./u, '18001')]),
  technology('Imperva', 'security', [
    header('x-iinfo', /./u, '9-123-0 0NNN'),
    cookie(/^(?:visid_incap|incap_ses)_/u, 'visid_incap_123'),
  ]),
  technology('jsDelivr', 'cdn', [
    resource(/cdn\.jsdelivr\.net/u, 'https://cdn.jsdelivr.net/npm/a@1/b.js'),
  ]),
  technology('cdnjs', 'cdn', [
    resource(/cdnjs\.cloudflare\.com/u, 'https://cdnjs.cloudflare.com/ajax/libs/a/1/b.js'),
  ]),
  technology('unpkg', 'cdn', [resource(/unpkg\.com\//u, 'https://unpkg.com/a@1')]),
  technology('Cloudinary', 'media', [
    resource(/res\.cloudinary\.com/u, 'https://res.cloudinary.com/acme/image/upload/a.png'),
  ]),
  technology('imgix', 'media', [resource(/\.imgix\.net/u, 'https://acme.imgix.net/a.png')]),
  technology('YouTube embed', 'media', [
    resource(/youtube(?:-nocookie)?\.com\/embed\//u, 'https://www.youtube-nocookie.com/embed/abc'),
  ]),
  technology('Vimeo', 'media', [
    resource(/player\.vimeo\.com/u, 'https://player.vimeo.com/video/1'),
  ]),
  technology('Wistia', 'media', [
    resource(/fast\.wistia\.(?:com|net)/u, 'https://fast.wistia.com/embed/medias/a.jsonp'),
  ]),
  technology('Loom embed', 'media', [
    resource(/loom\.com\/embed\//u, 'https://www.loom.com/embed/abc'),
  ]),
  technology('Mux', 'media', [
    resource(/(?:stream|image)\.mux\.com/u, 'https://image.mux.com/a/thumbnail.png'),
  ]),
  technology('nginx', 'server', [header('server', /^nginx\b/iu, 'nginx/1.24.0')]),
  technology('Apache HTTP Server', 'server', [
    header('server', /^apache(?:\/|$| )/iu, 'Apache/2.4.58 (Debian)'),
  ]),
  technology(
    'OpenResty',
    'server',
    [header('server', /^openresty\b/iu, 'openresty/1.21.4.1')],
    ['nginx'],
  ),
  technology('LiteSpeed', 'server', [header('server', /^litespeed/iu, 'LiteSpeed')]),
  technology('Caddy', 'server', [header('server', /^caddy\b/iu, 'Caddy')]),
  technology('Microsoft IIS', 'server', [
    header('server', /^microsoft-iis/iu, 'Microsoft-IIS/10.0'),
  ]),
  technology('Envoy', 'server', [
    header('server', /^(?:istio-)?envoy$/iu, 'envoy'),
    header('x-envoy-upstream-service-time', /^\d/u, '12'),
  ]),
  technology('Varnish', 'server', [
    header('via', /varnish/iu, '1.1 varnish'),
    header('x-varnish', /\d/u, '32770 3'),
  ]),
  technology(
    'Gunicorn',
    'server',
    [header('server', /^gunicorn/iu, 'gunicorn/21.2.0')],
    ['Python'],
  ),
  technology('Uvicorn', 'server', [header('server', /^uvicorn$/iu, 'uvicorn')], ['Python']),
  technology('Cowboy', 'server', [header('server', /^cowboy$/iu, 'Cowboy')], ['Erlang']),
  technology('Phusion Passenger', 'server', [
    header('x-powered-by', /phusion passenger/iu, 'Phusion Passenger(R) 6.0.20'),
  ]),
  technology('Kestrel', 'server', [header('server', /^kestrel$/iu, 'Kestrel')], ['ASP.NET']),
  technology('PHP', 'language', [
    header('x-powered-by', /^php\//iu, 'PHP/8.2.18'),
    cookie(/^PHPSESSID$/u, 'PHPSESSID'),
  ]),
  technology('ASP.NET', 'language', [
    header('x-powered-by', /^asp\.net/iu, 'ASP.NET'),
    header('x-aspnet-version', /./u, '4.0.30319'),
    cookie(/^(?:ASP\.NET_SessionId|\.AspNetCore\.)/u, 'ASP.NET_SessionId'),
  ]),
  technology('Java', 'language', [cookie(/^JSESSIONID$/u, 'JSESSIONID')]),
  technology(
    'Express',
    'language',
    [header('x-powered-by', /^express$/iu, 'Express'), cookie(/^connect\.sid$/u, 'connect.sid')],
    ['Node.js'],
  ),
  technology('Laravel', 'language', [cookie(/^laravel_session$/u, 'laravel_session')], ['PHP']),
  technology('CodeIgniter', 'language', [cookie(/^ci_session$/u, 'ci_session')], ['PHP']),
  technology('CakePHP', 'language', [cookie(/^CAKEPHP$/u, 'CAKEPHP')], ['PHP']),
  technology(
    'Symfony',
    'language',
    [header('x-debug-token-link', /_profiler/u, 'https://a.example/_profiler/ab12')],
    ['PHP'],
  ),
  technology(
    'Django',
    'language',
    [cookie(/^(?:csrftoken|django_language)$/u, 'django_language')],
    ['Python'],
  ),
  technology(
    'Ruby on Rails',
    'language',
    [
      header('x-runtime', /^0\.\d{4,}$/u, '0.012345'),
      resource(
        /\/assets\/application-[0-9a-f]{40,64}\.(?:js|css)/u,
        `/assets/application-${'a1'.repeat(32)}.css`,
      ),
    ],
    ['Ruby'],
  ),
  technology(
    'Phoenix',
    'language',
    [
      resource(
        /\/phoenix_live_view|\/assets\/app-[0-9a-f]{32}\.js\?vsn=d/u,
        `/assets/app-${'a1'.repeat(16)}.js?vsn=d`,
      ),
    ],
    ['Elixir'],
  ),
];
