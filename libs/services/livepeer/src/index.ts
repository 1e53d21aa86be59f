export { hostVideo, type HostingTask } from './hosting/host-video.js';
export { type HostingState, hostingStateSchema } from './hosting/hosting-state.js';
export { LivepeerStudio, type StudioSettings } from './hosting/livepeer-studio.adapter.js';
export { type LaunchKitInput } from './launch-kit-input.js';
export { type LivepeerConfig } from './livepeer.config.js';
export { LivepeerModule } from './livepeer.module.js';
export { Daydream, type DaydreamSettings, restyledSize } from './restyle/daydream.adapter.js';
export { LivepeerService, type MadeLaunchKit } from './livepeer.service.js';
