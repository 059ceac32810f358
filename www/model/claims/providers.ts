/** The providers whose claims have words, and where each explains them. */
import type { Issuer } from './issuer.js';

export interface ClaimsOfProvider {
  readonly title: string;
  readonly reference: string;
}

const firebase = {
  title: 'Firebase',
  reference: 'https://firebase.google.com/docs/rules/rules-and-auth#identify_users',
};

export const CLAIMS_OF: Readonly<Record<Issuer, ClaimsOfProvider>> = {
  apple: {
    title: 'Apple',
    reference:
      'https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple',
  },
  auth0: {
    title: 'Auth0',
    reference: 'https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles',
  },
  clerk: { title: 'Clerk', reference: 'https://clerk.com/docs/guides/sessions/session-tokens' },
  cloudflare: {
    title: 'Cloudflare Access',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/application-token/',
  },
  cognito: {
    title: 'Amazon Cognito',
    reference:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
  },
  entra: {
    title: 'Microsoft Entra ID',
    reference:
      'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
  },
  firebase,
  firebaseSession: firebase,
  github: {
    title: 'GitHub Actions',
    reference: 'https://docs.github.com/en/actions/reference/security/oidc',
  },
  gitlab: {
    title: 'GitLab',
    reference: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  },
  google: {
    title: 'Google',
    reference:
      'https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload',
  },
  keycloak: { title: 'Keycloak', reference: 'https://www.keycloak.org/securing-apps/oidc-layers' },
  kubernetes: {
    title: 'Kubernetes',
    reference: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
  },
  okta: {
    title: 'Okta',
    reference: 'https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/',
  },
  supabase: { title: 'Supabase', reference: 'https://supabase.com/docs/guides/auth/jwt-fields' },
};
