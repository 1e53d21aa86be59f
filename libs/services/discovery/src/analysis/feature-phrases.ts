/**
 * How pages word the features that mean the same in every category, beside the catalogue's own label. All
 * words of a phrase must stand in the page's words, in any order.
 */
export const featurePhrases: Readonly<Record<string, readonly string[]>> = {
  'mobile-app': ['mobile app', 'ios app', 'iphone app', 'android app', 'ios android'],
  api: ['api', 'rest api', 'developer api'],
  'ai-assistant': ['ai assistant', 'ai assistance', 'ai copilot', 'ai suggestions'],
  offline: ['works offline', 'offline mode', 'offline access'],
  'self-hosting': ['self-hosted', 'self-hosting', 'self hosted', 'on-premises', 'on-premise'],
  'open-source': ['open source', 'open-source'],
  'end-to-end-encryption': ['end-to-end encryption', 'end-to-end encrypted'],
  'team-collaboration': ['team collaboration', 'real-time collaboration', 'shared workspace'],
  'client-portal': ['client portal', 'customer portal'],
  'online-payments': ['online payments', 'accept payments', 'take payments', 'card payments'],
  reminders: [
    'sms reminders',
    'email reminders',
    'automatic reminders',
    'appointment reminders',
    'reminders',
  ],
  reporting: ['reports', 'reporting', 'dashboards'],
  templates: ['templates'],
  'custom-branding': ['custom branding', 'own branding', 'white label', 'white-label'],
  'calendar-sync': [
    'calendar sync',
    'calendar synchronisation',
    'calendar synchronization',
    'sync calendars',
  ],
  automation: ['workflow automation', 'automated workflows', 'automations'],
  'data-export': ['data export', 'csv export', 'export csv', 'export data', 'excel export'],
  'multi-currency': ['multi-currency', 'multiple currencies', 'several currencies'],
  invoicing: ['invoicing', 'invoices'],
  messaging: ['built-in messaging', 'in-app messaging', 'built-in chat'],
  'online-booking': ['online booking', 'booking page'],
  'video-calls': ['video calls', 'video meetings', 'video conferencing'],
  'multi-language': ['multi-language', 'multilingual', 'several languages', 'multiple languages'],
  'gps-tracking': ['gps tracking', 'live location'],
  'barcode-scanning': ['barcode scanning', 'barcode scanner', 'scan barcodes'],
  gamification: ['gamification', 'streaks', 'badges'],
  'browser-extension': ['browser extension', 'chrome extension'],
};
