import { renderKit } from './render-kit.js';
import { serveRenderRequest } from './serve-render-request.js';

// Entry of the rendering process: the only place in which native packages are loaded for deck and images.
serveRenderRequest(renderKit);
