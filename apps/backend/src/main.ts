import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';
import { ConfigError, loadProcessConfig } from './env.js';

const logger = new Logger('hatchr');

try {
  const config = loadProcessConfig();
  const app = await createApp(config);
  if (config.role === 'worker') {
    await app.init();
    logger.log('worker is ready');
  } else {
    await app.listen(config.http.port, config.http.host);
    logger.log(`listening on ${config.http.host}:${config.http.port} as ${config.role}`);
  }
} catch (error) {
  // Settings that are wrong are the operator's to mend, and need no stack.
  logger.fatal(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
