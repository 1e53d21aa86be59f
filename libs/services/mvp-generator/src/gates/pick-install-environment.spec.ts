import { describe, expect, it } from '@jest/globals';
import { pickInstallEnvironment } from './pick-install-environment.js';

describe('the environment of the installation', () => {
  it('knows the way to the registry and no secret of ours', () => {
    const environment = {
      PATH: '/opt/node/bin:/usr/bin',
      NODE_EXTRA_CA_CERTS: '/etc/company.pem',
      npm_config_registry: 'https://registry.example',
      https_proxy: 'http://proxy.example',
      HATCHR_SECRET: 'no',
      DATABASE_URL: 'no',
      OPENAI_API_KEY: 'no',
      npm_config_local_prefix: '/elsewhere',
      NODE_OPTIONS: '--inspect',
      NO_PROXY: undefined,
    };
    expect(Object.keys(pickInstallEnvironment(environment))).toEqual([
      'PATH',
      'NODE_EXTRA_CA_CERTS',
      'npm_config_registry',
      'https_proxy',
    ]);
  });
});
