export * from './language-model.config.js';
export * from './ledger/model-ledger.port.js';
export * from './model-client.port.js';
export * from './model-failure.js';
export * from './step-model.js';
