/** Left in place: workerd compiles what a worker imports. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** Left in place: Vercel's bundler asks for this spelling. */
declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}

/** Our own build turns it into text. */
declare module '*.wasm?inline' {
  const text: string;
  export default text;
}

/** Our own build assembles it. */
declare module '*.wat' {
  const bytes: readonly number[];
  export default bytes;
}

/** What wasm2js made of the module; left in place, because a service's bundler reads it anyway. */
declare module '*/wasm2js/edge_jwt_bg.js' {
  export const instantiate: (imports: object) => object;
}
