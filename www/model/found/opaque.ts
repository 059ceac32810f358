/**
 * Recognises credentials of known services by the prefixes that these services publish. Their contents cannot be
 * read by anyone but the issuer.
 */

type Known = readonly [issuer: string, form: RegExp];

const KNOWN: readonly Known[] = [
  // https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/
  ['GitHub', /^(?:gh[pousr]_\w{20,}|github_pat_\w{20,})$/],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  ['GitLab', /^gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct)-[\w.-]{16,}$/],
  // https://docs.slack.dev/authentication/tokens/
  ['Slack', /^(?:xox[abceoprs]|xapp)[-.][\w.-]{8,}$/],
  // https://docs.stripe.com/keys. Clerk uses the same prefixes; `51` begins the account part of Stripe's keys.
  ['Stripe', /^(?:rk_(?:live|test)_\w{10,}|sk_(?:live|test)_51\w{10,}|whsec_[\w+/=]{20,})$/],
  ['Stripe or Clerk', /^sk_(?:live|test)_\w{10,}$/],
  // https://developers.google.com/identity/protocols/oauth2 and https://cloud.google.com/docs/authentication/api-keys
  ['Google', /^(?:ya29\.[\w.-]{20,}|AIza[\w-]{35}|GOCSPX-[\w-]{20,}|1\/\/0[\w-]{30,})$/],
  // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
  ['npm', /^npm_[A-Za-z0-9]{30,}$/],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
  ['AWS', /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/],
  // https://docs.claude.com/en/api/overview
  ['Anthropic', /^sk-ant-[\w-]{20,}$/],
  // https://platform.openai.com/docs/api-reference/authentication
  ['OpenAI', /^sk-(?:(?:proj|svcacct|admin)-[\w-]{20,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})$/],
  // https://huggingface.co/docs/hub/security-tokens
  ['Hugging Face', /^(?:hf|api_org)_[A-Za-z0-9]{30,}$/],
  // https://docs.pypi.org/project-management/#adding-a-pypi-token: a macaroon for pypi.org.
  ['PyPI', /^pypi-[\w-]{50,}$/],
  // https://docs.digitalocean.com/reference/api/create-personal-access-token/
  ['DigitalOcean', /^do[opr]_v1_[\da-f]{64}$/],
  // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
  ['SendGrid', /^SG\.[\w-]{16,32}\.[\w-]{16,64}$/],
  // https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens
  ['Shopify', /^shp(?:at|ca|pa|ss|ua)_[\da-fA-F]{32}$/],
  // https://docs.discord.com/developers/reference#authentication: an ID in base64, a time, an HMAC.
  ['Discord', /^[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}$/],
  // https://developer.hashicorp.com/vault/docs/concepts/tokens
  ['HashiCorp Vault', /^hv[sbr]\.[\w-]{20,}$/],
  // https://docs.docker.com/security/access-tokens/
  ['Docker Hub', /^dckr_[op]at_[\w-]{20,}$/],
  // https://grafana.com/docs/grafana/latest/administration/service-accounts/
  ['Grafana', /^gl(?:sa|c)_[\w+/=-]{20,}$/],
  // https://docs.sentry.io/account/auth-tokens/
  ['Sentry', /^sntry[asu]_[\w+/=-]{20,}$/],
  // https://supabase.com/docs/guides/api/api-keys
  ['Supabase', /^(?:sbp_[\da-f]{40}|sb_(?:publishable|secret)_[\w-]{20,})$/],
  // https://docs.mapbox.com/help/dive-deeper/access-tokens/: a payload and a signature, without a header.
  ['Mapbox', /^[pst]k\.eyJ[\w-]+\.[\w-]{10,}$/],
  // https://core.telegram.org/bots/api#authorizing-your-bot
  ['Telegram', /^\d{8,10}:[\w-]{35}$/],
];

export function opaqueIssuer(word: string): string | undefined {
  return word.length > 4096 ? undefined : KNOWN.find(([, form]) => form.test(word))?.[0];
}
