export { type LaunchKitInput } from './launch-kit-input.js';
export { type LivepeerConfig } from './livepeer.config.js';
export { LivepeerModule } from './livepeer.module.js';
export { LivepeerService, type MadeLaunchKit } from './livepeer.service.js';
