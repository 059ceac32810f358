declare module 'edge-jwt/edge_jwt_bg.wasm?url' {
  /** Where the build put the module, relative to the page. */
  const url: string;
  export default url;
}
