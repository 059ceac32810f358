/** The algorithms of the package, in its order, and how long their signatures are. */
export { ALGORITHMS, SIGNATURE_LENGTHS } from '../../pkg/src/contract.js';
