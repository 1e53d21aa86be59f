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

/** Shops, payments, subscriptions and what is sold with them. */
export const commerceFingerprints = [
  technology('Shopify', 'e-commerce', [
    header('x-shopify-stage', /./u, 'production'),
    header('powered-by', /^shopify$/iu, 'Shopify'),
    header('x-shopid', /^\d/u, '6900'),
    cookie(/^_shopify_[a-z]$/u, '_shopify_y'),
    resource(/cdn\.shopify\.com|\/cdn\/shop\//u, 'https://cdn.shopify.com/s/files/1/theme.css'),
    host(/\.myshopify\.com$/u, 'acme.myshopify.com'),
  ]),
  technology(
    'WooCommerce',
    'e-commerce',
    [
      meta('generator', /^woocommerce\b/iu, 'WooCommerce 8.7.0'),
      resource(
        /\/plugins\/woocommerce\//u,
        '/wp-content/plugins/woocommerce/assets/css/woocommerce.css',
      ),
      cookie(/^woocommerce_(?:cart_hash|items_in_cart)$/u, 'woocommerce_cart_hash'),
    ],
    ['WordPress'],
  ),
  technology(
    'Easy Digital Downloads',
    'e-commerce',
    [meta('generator', /^easy digital downloads/iu, 'Easy Digital Downloads v3.2')],
    ['WordPress'],
  ),
  technology(
    'Magento',
    'e-commerce',
    [
      header('x-magento-cache-debug', /./u, 'HIT'),
      markup(/type="text\/x-magento-init"/u, '<script type="text/x-magento-init">'),
      resource(
        /\/static\/version\d+\/frontend\//u,
        '/static/version1710/frontend/Acme/theme/en_US/css/a.css',
      ),
      cookie(/^mage-cache-storage$/u, 'mage-cache-storage'),
    ],
    ['PHP'],
  ),
  technology('BigCommerce', 'e-commerce', [
    resource(/cdn\d{1,2}\.bigcommerce\.com/u, 'https://cdn11.bigcommerce.com/s-a/theme.css'),
    host(/\.mybigcommerce\.com$/u, 'acme.mybigcommerce.com'),
  ]),
  technology(
    'PrestaShop',
    'e-commerce',
    [meta('generator', /^prestashop$/iu, 'PrestaShop'), cookie(/^PrestaShop-/u, 'PrestaShop-a1b2')],
    ['PHP'],
  ),
  technology(
    'OpenCart',
    'e-commerce',
    [
      cookie(/^OCSESSID$/u, 'OCSESSID'),
      resource(
        /\/catalog\/view\/(?:theme|javascript)\//u,
        '/catalog/view/theme/default/stylesheet/a.css',
      ),
    ],
    ['PHP'],
  ),
  technology(
    'Shopware',
    'e-commerce',
    [
      header('sw-context-token', /./u, 'a1b2'),
      markup(
        /\bdata-(?:offcanvas-menu|cookie-permission)="true"/u,
        '<div data-offcanvas-menu="true">',
      ),
    ],
    ['PHP'],
  ),
  technology('Salesforce Commerce Cloud', 'e-commerce', [
    resource(
      /\/on\/demandware\.(?:static|store)\//u,
      '/on/demandware.static/Sites-a/en/v1/css/a.css',
    ),
    cookie(/^dwanonymous_/u, 'dwanonymous_a1'),
  ]),
  technology('Ecwid', 'e-commerce', [
    script(/app\.ecwid\.com/u, 'https://app.ecwid.com/script.js?1'),
  ]),
  technology('Snipcart', 'e-commerce', [
    resource(/cdn\.snipcart\.com/u, 'https://cdn.snipcart.com/themes/v3/a.js'),
  ]),
  technology('Gumroad', 'e-commerce', [
    script(/gumroad\.com\/js\//u, 'https://gumroad.com/js/gumroad.js'),
  ]),
  technology('Lemon Squeezy', 'payments', [
    script(/(?:app|assets)\.lemonsqueezy\.com/u, 'https://app.lemonsqueezy.com/js/lemon.js'),
  ]),
  technology('Stripe', 'payments', [
    script(/^https:\/\/js\.stripe\.com\//u, 'https://js.stripe.com/v3/'),
    markup(
      /<stripe-(?:pricing-table|buy-button)\b/u,
      '<stripe-pricing-table pricing-table-id="a">',
    ),
    cookie(/^__stripe_mid$/u, '__stripe_mid'),
  ]),
  technology('PayPal', 'payments', [
    script(/www\.paypal(?:objects)?\.com/u, 'https://www.paypal.com/sdk/js?client-id=a'),
  ]),
  technology('Paddle', 'payments', [
    script(/cdn\.paddle\.com/u, 'https://cdn.paddle.com/paddle/v2/paddle.js'),
  ]),
  technology('Braintree', 'payments', [
    script(
      /js\.braintreegateway\.com/u,
      'https://js.braintreegateway.com/web/3.99.0/js/client.min.js',
    ),
  ]),
  technology('Adyen', 'payments', [
    resource(
      /checkoutshopper-(?:live|test)[a-z-]{0,6}\.adyen\.com/u,
      'https://checkoutshopper-live.adyen.com/checkoutshopper/sdk/5.0.0/adyen.js',
    ),
  ]),
  technology('Klarna', 'payments', [
    script(
      /(?:js|x)\.klarna(?:services|cdn)?\.(?:com|net)/u,
      'https://js.klarna.com/web-sdk/v1/klarna.js',
    ),
  ]),
  technology('Mollie', 'payments', [
    script(/js\.mollie\.com/u, 'https://js.mollie.com/v1/mollie.js'),
  ]),
  technology('Razorpay', 'payments', [
    script(/checkout\.razorpay\.com/u, 'https://checkout.razorpay.com/v1/checkout.js'),
  ]),
  technology('Square', 'payments', [
    script(
      /(?:web|js)\.squarecdn\.com|js\.squareup\.com/u,
      'https://web.squarecdn.com/v1/square.js',
    ),
  ]),
  technology('Chargebee', 'payments', [
    script(/js\.chargebee\.com/u, 'https://js.chargebee.com/v2/chargebee.js'),
    markup(/\bdata-cb-type="/u, '<a data-cb-type="checkout">'),
  ]),
  technology('Recurly', 'payments', [
    script(/js\.recurly\.com/u, 'https://js.recurly.com/v4/recurly.js'),
  ]),
  technology('FastSpring', 'payments', [
    script(
      /(?:sbl|d1f8f9xcsvx3ha)\.(?:onfastspring\.com|cloudfront\.net)/u,
      'https://sbl.onfastspring.com/sbl/0.9.2/fastspring-builder.min.js',
    ),
  ]),
  technology('Apple Pay', 'payments', [
    script(/applepay\.cdn-apple\.com/u, 'https://applepay.cdn-apple.com/jsapi/v1/apple-pay-sdk.js'),
  ]),
  technology('Google Pay', 'payments', [
    script(/pay\.google\.com\/gp\/p\/js/u, 'https://pay.google.com/gp/p/js/pay.js'),
  ]),
  technology('Afterpay', 'payments', [
    script(
      /(?:js|portal|static)\.(?:afterpay|clearpay)\.(?:com|co\.uk)/u,
      'https://js.afterpay.com/afterpay-1.x.js',
    ),
  ]),
  technology('Judge.me', 'e-commerce', [
    script(/cdn\.judge\.me|judge\.me\/widget/u, 'https://cdn.judge.me/widget.js'),
  ]),
  technology('Yotpo', 'e-commerce', [
    script(
      /(?:staticw2|cdn-widgetsrepository)\.yotpo\.com/u,
      'https://staticw2.yotpo.com/a/widget.js',
    ),
  ]),
  technology('Trustpilot', 'e-commerce', [
    script(
      /widget\.trustpilot\.com/u,
      'https://widget.trustpilot.com/bootstrap/v5/tp.widget.bootstrap.min.js',
    ),
  ]),
  technology('Rewardful', 'e-commerce', [script(/r\.wdfl\.co/u, 'https://r.wdfl.co/rw.js')]),
  technology('FirstPromoter', 'e-commerce', [
    script(/cdn\.firstpromoter\.com/u, 'https://cdn.firstpromoter.com/fpr.js'),
  ]),
  technology('PartnerStack', 'e-commerce', [
    script(
      /snippet\.(?:growsumo|partnerstack)\.com|js\.partnerstack\.com/u,
      'https://js.partnerstack.com/v1/',
    ),
  ]),
];
