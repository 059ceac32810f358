/**
 * Presets: the options of `createVerifier`, filled in with what a provider's documentation says. Each
 * is a function of its own, so that a bundler leaves out the others. None checks anything itself.
 */
export { auth0 } from './auth0.js';
export type { Auth0Options } from './auth0.js';
export { awsAlb } from './aws-alb.js';
export type { AwsAlbOptions } from './aws-alb.js';
export type { AwsAlbKeyOptions } from './aws-alb-keys.js';
export { clerk } from './clerk.js';
export type { ClerkOptions } from './clerk.js';
export { cloudflareAccess } from './cloudflare-access.js';
export type { CloudflareAccessOptions } from './cloudflare-access.js';
export { cognito } from './cognito.js';
export type { CognitoOptions } from './cognito.js';
export { entra, entraMultiTenant } from './entra.js';
export type { EntraMultiTenantOptions, EntraOptions } from './entra.js';
export { firebase } from './firebase.js';
export type { FirebaseOptions } from './firebase.js';
export { firebaseSession } from './firebase-session.js';
export type { FirebaseSessionOptions } from './firebase-session.js';
export { google } from './google.js';
export type { GoogleOptions } from './google.js';
export { keycloak } from './keycloak.js';
export type { KeycloakOptions } from './keycloak.js';
export { okta } from './okta.js';
export type { OktaOptions } from './okta.js';
export type { PresetOptions, ProviderPreset } from './preset.js';
export { supabase } from './supabase.js';
export type { SupabaseOptions } from './supabase.js';
