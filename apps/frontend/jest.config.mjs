import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'frontend',
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/test/browser-gaps.ts'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@concordium/browser-wallet-api-helpers$': '<rootDir>/test/fake-wallet-helpers.ts',
    '^@concordium/wallet-connectors$': '<rootDir>/test/fake-wallet-connectors.ts',
    '^next/navigation$': '<rootDir>/test/fake-navigation.ts',
  },
};
