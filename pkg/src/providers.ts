/**
 * Presets: the options of `createVerifier`, filled in with what a provider's documentation says. Each
 * is a function of its own, so that a bundler leaves out the others. None checks anything itself.
 */
export { auth0 } from './providers/auth0.js';
export type { Auth0Options } from './providers/auth0.js';
export { awsAlb } from './providers/aws-alb.js';
export type { AwsAlbOptions } from './providers/aws-alb.js';
export type { AwsAlbKeyOptions } from './providers/aws-alb-keys.js';
export { clerk } from './providers/clerk.js';
export type { ClerkOptions } from './providers/clerk.js';
export { cloudflareAccess } from './providers/cloudflare-access.js';
export type { CloudflareAccessOptions } from './providers/cloudflare-access.js';
export { cognito } from './providers/cognito.js';
export type { CognitoOptions } from './providers/cognito.js';
export { entra, entraMultiTenant } from './providers/entra.js';
export type { EntraMultiTenantOptions, EntraOptions } from './providers/entra.js';
export { firebase } from './providers/firebase.js';
export type { FirebaseOptions } from './providers/firebase.js';
export { firebaseSession } from './providers/firebase-session.js';
export type { FirebaseSessionOptions } from './providers/firebase-session.js';
export { google } from './providers/google.js';
export type { GoogleOptions } from './providers/google.js';
export { keycloak } from './providers/keycloak.js';
export type { KeycloakOptions } from './providers/keycloak.js';
export { okta } from './providers/okta.js';
export type { OktaOptions } from './providers/okta.js';
export type { PresetOptions, ProviderPreset } from './providers/preset.js';
export { supabase } from './providers/supabase.js';
export type { SupabaseOptions } from './providers/supabase.js';
