/** The algorithms of the package, in its order. */
export { ALGORITHMS } from '../../pkg/src/contract.js';
