export { planBehaviours, type PlanBehaviour } from './plan-behaviours.js';
export { richDraft } from './rich-draft.js';
export { richIdeas, type RichIdea } from './rich-ideas.js';
export { scriptedModel, type Script } from './scripted-model.js';
export { goodRule, goodSection, hostileCode, type SlotBehaviour } from './slot-behaviours.js';
