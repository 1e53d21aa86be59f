import { ensureKit, type Kit, type KitOptions } from './gates/ensure-kit.js';

export { type MvpGeneratorConfig } from './mvp-generator.config.js';
export { MvpGeneratorModule } from './mvp-generator.module.js';
export { MvpGeneratorService, type MvpResult } from './mvp-generator.service.js';
export { planProduct } from './planner/plan-product.js';
export { writeApp } from './writer/write-app.js';
export { pickInstallEnvironment } from './gates/pick-install-environment.js';
export { ensureKit, type Kit, type KitOptions };
export { acquireSlot, fillSlot, type BuildSlot } from './gates/build-slot.js';
export { gateList } from './gates/gate-list.js';
export { startApp, type RunningApp, type StartRequest } from './gates/start-app.js';
export { buildAppModel } from './model/app-model.js';
export { captureApp, type CapturedScreenshots } from './screenshots/capture-app.js';
export { type BrowserSettings } from './screenshots/launch-browser.js';
