export { planProduct } from './planner/plan-product.js';
export { writeApp } from './writer/write-app.js';
