// The suite, against the copies of the package under /copies/.

import fixtures from '/fixtures.mjs';
import { runSuite } from '../in-runtime.mjs';

/** Without a bundler nothing reads `exports`, so the entry is named. */
const importPackage = (copy) => import(`/copies/${copy}/node_modules/edge-jwt/dist/inline.js`);

export default () => runSuite({ importPackage, fixtures });
