/** What scripts/build-package.mjs puts in place of these names: the shipped module, in numbers. */
declare const WASM_LENGTH: number;
declare const WASM_CHECKSUM: number;
