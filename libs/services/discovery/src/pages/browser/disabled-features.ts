/**
 * What Playwright switches off in every Chromium that it starts. Chromium reads the last `--disable-features` and no
 * other, so ours has to repeat these; a test holds them to the version of Playwright that is installed.
 */
const ofPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Features of Chromium that a browser which reads strangers' pages runs without. */
export const disabledFeatures: readonly string[] = [
  ...ofPlaywright,
  'AutofillServerCommunication',
  // A spare renderer is started for a next page that never comes: two processes of three were for nothing.
  'SpareRendererForSitePerProcess',
];
