import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'concordium', testTimeout: 30_000 };
