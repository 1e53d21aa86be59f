export type { TaskEstimate } from './budget/estimate-job.js';
export * from './budget/spent-scope.js';
export * from './language-model.config.js';
export * from './language-model.service.js';
export * from './ledger/memory-model-ledger.adapter.js';
export * from './ledger/model-ledger.port.js';
export * from './model-client.port.js';
export * from './model-failure.js';
export * from './step-model.js';
