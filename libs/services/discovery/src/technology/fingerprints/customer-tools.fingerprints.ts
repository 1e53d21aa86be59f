import { cookie, inline, markup, resource, script, technology } from '../technology-rule.js';

/** Support chat, customer relations, marketing, forms, sign-in. */
export const customerToolFingerprints = [
  technology('Intercom', 'support chat', [
    script(/widget\.intercom\.io|js\.intercomcdn\.com/u, 'https://widget.intercom.io/widget/abc'),
    inline(/widget\.intercom\.io|intercomSettings/u, 'window.intercomSettings = {}'),
    cookie(/^intercom-(?:id|session)-/u, 'intercom-id-abc'),
  ]),
  technology('Zendesk', 'support chat', [
    script(/static\.zdassets\.com/u, 'https://static.zdassets.com/ekr/snippet.js?key=a'),
  ]),
  technology('Drift', 'support chat', [
    script(/js\.driftt\.com/u, 'https://js.driftt.com/include/1/a.js'),
    inline(/js\.driftt\.com/u, '"https://js.driftt.com/include/"'),
  ]),
  technology('Crisp', 'support chat', [
    script(/client\.crisp\.chat/u, 'https://client.crisp.chat/l.js'),
    inline(/CRISP_WEBSITE_ID/u, 'window.CRISP_WEBSITE_ID="a"'),
  ]),
  technology('Tawk.to', 'support chat', [
    script(/embed\.tawk\.to/u, 'https://embed.tawk.to/a/default'),
    inline(/embed\.tawk\.to/u, "s1.src='https://embed.tawk.to/a'"),
  ]),
  technology('Freshchat', 'support chat', [
    script(
      /wchat(?:\.eu)?\.freshchat\.com|fw-cdn\.com/u,
      'https://wchat.freshchat.com/js/widget.js',
    ),
  ]),
  technology('LiveChat', 'support chat', [
    script(/cdn\.livechatinc\.com/u, 'https://cdn.livechatinc.com/tracking.js'),
  ]),
  technology('Olark', 'support chat', [
    script(/static\.olark\.com/u, 'https://static.olark.com/jsclient/loader.js'),
  ]),
  technology('Tidio', 'support chat', [script(/code\.tidio\.co/u, 'https://code.tidio.co/abc.js')]),
  technology('Help Scout', 'support chat', [
    script(/beacon-v2\.helpscout\.net/u, 'https://beacon-v2.helpscout.net'),
    inline(/beacon-v2\.helpscout\.net/u, 'n.src="https://beacon-v2.helpscout.net"'),
  ]),
  technology('Gorgias', 'support chat', [
    script(/config\.gorgias\.(?:chat|io)/u, 'https://config.gorgias.chat/bundle-loader/a'),
  ]),
  technology('Chatwoot', 'support chat', [inline(/chatwootSDK/u, 'window.chatwootSDK.run({})')]),
  technology('Front Chat', 'support chat', [
    script(/chat-assets\.frontapp\.com/u, 'https://chat-assets.frontapp.com/v1/chat.bundle.js'),
  ]),
  technology('Smartsupp', 'support chat', [
    script(/www\.smartsuppchat\.com/u, 'https://www.smartsuppchat.com/loader.js'),
  ]),
  technology('Userlike', 'support chat', [
    script(/userlike-cdn-widgets/u, 'https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/a.js'),
  ]),
  technology('Chatbase', 'support chat', [
    script(/www\.chatbase\.co\/embed/u, 'https://www.chatbase.co/embed.min.js'),
  ]),
  technology('HubSpot', 'crm and marketing', [
    script(
      /js(?:-[a-z0-9]+)?\.hs-(?:scripts|analytics|banner)\.(?:com|net)/u,
      'https://js.hs-scripts.com/123.js',
    ),
    cookie(/^hubspotutk$/u, 'hubspotutk'),
  ]),
  technology(
    'HubSpot Forms',
    'forms and booking',
    [script(/js(?:-[a-z0-9]+)?\.hsforms\.net/u, 'https://js.hsforms.net/forms/embed/v2.js')],
    ['HubSpot'],
  ),
  technology('Salesforce', 'crm and marketing', [
    resource(
      /webto\.salesforce\.com|\.my\.salesforce(?:-sites)?\.com/u,
      'https://webto.salesforce.com/servlet/servlet.WebToLead',
    ),
  ]),
  technology('Salesforce Account Engagement', 'crm and marketing', [
    script(/pi\.pardot\.com/u, 'https://pi.pardot.com/pd.js'),
    cookie(/^visitor_id\d+$/u, 'visitor_id123456'),
  ]),
  technology('Marketo', 'crm and marketing', [
    script(/munchkin\.marketo\.net/u, 'https://munchkin.marketo.net/munchkin.js'),
    cookie(/^_mkto_trk$/u, '_mkto_trk'),
  ]),
  technology('Oracle Eloqua', 'crm and marketing', [
    script(/img\d*\.en25\.com/u, 'https://img.en25.com/i/elqCfg.min.js'),
  ]),
  technology('Mailchimp', 'crm and marketing', [
    script(
      /chimpstatic\.com|cdn-images\.mailchimp\.com/u,
      'https://chimpstatic.com/mcjs-connected/js/a.js',
    ),
    resource(/\.list-manage\.com\/subscribe/u, 'https://acme.us1.list-manage.com/subscribe/post'),
  ]),
  technology('Klaviyo', 'crm and marketing', [
    script(
      /static(?:-tracking)?\.klaviyo\.com/u,
      'https://static.klaviyo.com/onsite/js/klaviyo.js',
    ),
    cookie(/^__kla_id$/u, '__kla_id'),
  ]),
  technology('ActiveCampaign', 'crm and marketing', [
    script(
      /diffuser-cdn\.app-us1\.com|\.activehosted\.com/u,
      'https://acme.activehosted.com/f/embed.php?id=1',
    ),
  ]),
  technology('Kit', 'crm and marketing', [
    resource(
      /(?:f|app)\.(?:convertkit|kit)\.com\/|\.ck\.page\//u,
      'https://f.convertkit.com/ckjs/ck.5.js',
    ),
  ]),
  technology('Brevo', 'crm and marketing', [
    script(
      /sibautomation\.com|cdn\.brevo\.com|sibforms\.com/u,
      'https://sibautomation.com/sa.js?key=a',
    ),
  ]),
  technology('MailerLite', 'crm and marketing', [
    script(/(?:assets|static)\.mailerlite\.com/u, 'https://assets.mailerlite.com/js/universal.js'),
  ]),
  technology('Omnisend', 'crm and marketing', [
    script(/omnisnippet\d\.com|omnisrc\.com/u, 'https://omnisnippet1.com/inshop/launcher-v2.js'),
  ]),
  technology('Customer.io', 'crm and marketing', [
    script(/assets\.customer\.io/u, 'https://assets.customer.io/assets/track.js'),
  ]),
  technology('Braze', 'crm and marketing', [
    script(/js\.appboycdn\.com/u, 'https://js.appboycdn.com/web-sdk/4.8/braze.min.js'),
  ]),
  technology('OneSignal', 'crm and marketing', [
    script(/cdn\.onesignal\.com/u, 'https://cdn.onesignal.com/sdks/OneSignalSDK.js'),
  ]),
  technology('Iterable', 'crm and marketing', [
    script(/js\.iterable\.com/u, 'https://js.iterable.com/analytics.js'),
  ]),
  technology('beehiiv', 'crm and marketing', [
    resource(/embeds\.beehiiv\.com/u, 'https://embeds.beehiiv.com/abc'),
  ]),
  technology('Substack', 'crm and marketing', [
    resource(/substackcdn\.com|\.substack\.com\/embed/u, 'https://acme.substack.com/embed'),
  ]),
  technology('Beamer', 'crm and marketing', [
    script(/app\.getbeamer\.com/u, 'https://app.getbeamer.com/js/beamer-embed.js'),
  ]),
  technology('OptinMonster', 'crm and marketing', [
    script(/a\.(?:omappapi|opmnstr)\.com/u, 'https://a.omappapi.com/app/js/api.min.js'),
  ]),
  technology('ZoomInfo', 'crm and marketing', [
    script(/ws\.zoominfo\.com|js\.zi-scripts\.com/u, 'https://js.zi-scripts.com/zi-tag.js'),
  ]),
  technology('6sense', 'crm and marketing', [script(/j\.6sc\.co/u, 'https://j.6sc.co/6si.min.js')]),
  technology('Clearbit', 'crm and marketing', [
    script(
      /(?:tag|x)\.clearbitscripts\.com|tag\.clearbit\.com/u,
      'https://tag.clearbitscripts.com/v1/a/tags.js',
    ),
  ]),
  technology('Typeform', 'forms and booking', [
    script(/embed\.typeform\.com/u, 'https://embed.typeform.com/next/embed.js'),
    markup(/\bdata-tf-(?:live|widget)="/u, '<div data-tf-widget="a">'),
  ]),
  technology('Tally', 'forms and booking', [
    resource(/tally\.so\/(?:widgets|embed)/u, 'https://tally.so/widgets/embed.js'),
  ]),
  technology('Jotform', 'forms and booking', [
    resource(/(?:cdn|form)\.jotform\.com/u, 'https://form.jotform.com/jsform/1'),
  ]),
  technology('Google Forms', 'forms and booking', [
    resource(
      /docs\.google\.com\/forms\//u,
      'https://docs.google.com/forms/d/e/a/viewform?embedded=true',
    ),
  ]),
  technology('Formspree', 'forms and booking', [
    resource(/formspree\.io\/f\//u, 'https://formspree.io/f/abc'),
  ]),
  technology('Calendly', 'forms and booking', [
    resource(/assets\.calendly\.com/u, 'https://assets.calendly.com/assets/external/widget.js'),
  ]),
  technology('Cal.com', 'forms and booking', [
    script(/app\.cal\.com\/embed/u, 'https://app.cal.com/embed/embed.js'),
    markup(/\bdata-cal-link="/u, '<button data-cal-link="acme/15min">'),
  ]),
  technology('Chili Piper', 'forms and booking', [
    script(/js\.(?:na\.)?chilipiper\.com/u, 'https://js.chilipiper.com/marketing.js'),
  ]),
  technology('reCAPTCHA', 'security', [
    script(
      /(?:google\.com|recaptcha\.net)\/recaptcha\//u,
      'https://www.google.com/recaptcha/api.js',
    ),
  ]),
  technology('hCaptcha', 'security', [
    script(/(?:js\.)?hcaptcha\.com\/1/u, 'https://js.hcaptcha.com/1/api.js'),
  ]),
  technology('Cloudflare Turnstile', 'security', [
    script(
      /challenges\.cloudflare\.com\/turnstile/u,
      'https://challenges.cloudflare.com/turnstile/v0/api.js',
    ),
  ]),
  technology('Auth0', 'auth', [
    script(
      /cdn\.auth0\.com/u,
      'https://cdn.auth0.com/js/auth0-spa-js/2.1/auth0-spa-js.production.js',
    ),
    cookie(/^auth0(?:\.|_compat)?/u, 'auth0_compat'),
  ]),
  technology('Clerk', 'auth', [
    script(
      /\.clerk\.accounts\.dev|@clerk\/clerk-js/u,
      'https://cdn.jsdelivr.net/npm/@clerk/clerk-js@5/dist/clerk.browser.js',
    ),
    cookie(/^__clerk_db_jwt|^__client_uat/u, '__client_uat'),
  ]),
  technology(
    'NextAuth',
    'auth',
    [cookie(/^(?:__Secure-|__Host-)?next-auth\./u, '__Host-next-auth.csrf-token')],
    ['Next.js'],
  ),
  technology('Auth.js', 'auth', [
    cookie(/^(?:__Secure-|__Host-)?authjs\./u, '__Host-authjs.csrf-token'),
  ]),
  technology('Better Auth', 'auth', [
    cookie(/^(?:__Secure-)?better-auth\./u, 'better-auth.session_token'),
  ]),
  technology('Okta', 'auth', [
    script(
      /global\.oktacdn\.com/u,
      'https://global.oktacdn.com/okta-signin-widget/7.0.0/js/okta-sign-in.min.js',
    ),
  ]),
  technology('Google Identity', 'auth', [
    script(/accounts\.google\.com\/gsi\/client/u, 'https://accounts.google.com/gsi/client'),
  ]),
  technology('Sign in with Apple', 'auth', [
    script(
      /appleid\.cdn-apple\.com/u,
      'https://appleid.cdn-apple.com/appleauth/static/jsapi/appleid/1/en_US/appleid.auth.js',
    ),
  ]),
  technology('Stytch', 'auth', [script(/js\.stytch\.com/u, 'https://js.stytch.com/stytch.js')]),
  technology('Memberstack', 'auth', [
    script(/static\.memberstack\.com/u, 'https://static.memberstack.com/scripts/v1/memberstack.js'),
  ]),
  technology('Outseta', 'auth', [
    script(/cdn\.outseta\.com/u, 'https://cdn.outseta.com/outseta.min.js'),
  ]),
  technology('Weglot', 'interface', [
    script(/cdn\.weglot\.com/u, 'https://cdn.weglot.com/weglot.min.js'),
  ]),
  technology('accessiBe', 'interface', [
    script(/acsbapp\.com|acsbap\.com/u, 'https://acsbapp.com/apps/app/dist/js/app.js'),
  ]),
  technology('UserWay', 'interface', [
    script(/cdn\.userway\.org/u, 'https://cdn.userway.org/widget.js'),
  ]),
];
