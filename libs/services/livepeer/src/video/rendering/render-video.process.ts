import { serveRenderRequest } from '../../rendering/serve-render-request.js';
import { renderVideo } from './render-video.js';

// Entry of the video's process: the only place in which the codec is loaded.
serveRenderRequest(renderVideo);
