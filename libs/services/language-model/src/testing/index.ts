export type { ReceivedRequest, ScriptedReply } from './scripted-reply.js';
export {
  startModelServer,
  type ModelServer,
  type ModelServerOptions,
} from './start-model-server.js';
export { findSchemaProblem } from './strict-schema-rules.js';
export { stepModelOver, TEST_KEY, type StepModelOptions } from './step-model-over.js';
