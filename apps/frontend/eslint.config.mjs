import reactHooks from 'eslint-plugin-react-hooks';
import workspace from '../../eslint.config.mjs';

export default [...workspace, reactHooks.configs.flat['recommended-latest']];
