/** The page as a site: the module is a file beside it, and a service worker keeps all of it for later. */
import { init } from 'edge-jwt/slim';
import moduleUrl from 'edge-jwt/edge_jwt_bg.wasm?url';

const SERVICE_WORKER = 'sw.js';

/** As much of Trusted Types as is used here, which TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): unknown };
}

export async function startModule(): Promise<void> {
  await init(new URL(moduleUrl, document.baseURI));
}

/** Service workers need https or localhost; elsewhere the page works while its server does. */
export function startOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(scriptUrl() as string).catch(() => {});
}

/** Where Trusted Types are enforced, a script's address must come from a policy; this one has one. */
function scriptUrl(): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('edge-jwt', { createScriptURL: () => SERVICE_WORKER });
  return policy?.createScriptURL('') ?? SERVICE_WORKER;
}
