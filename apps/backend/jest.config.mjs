import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'backend',
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testTimeout: 30_000,
};
