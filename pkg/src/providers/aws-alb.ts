/** AWS Application Load Balancer: what it says of the users that it signed in. */
import { name, pattern } from '../checks/checks.js';
import { names, readArguments } from './arguments.js';
import { awsAlbKeys } from './aws-alb-keys.js';
import type { AwsAlbKeyOptions } from './aws-alb-keys.js';
import type { ProviderPreset } from './preset.js';

/** Arguments of {@link awsAlb}. */
export interface AwsAlbOptions {
  /** The ARN of the load balancer (`signer`). Its region says where the keys are. */
  readonly loadBalancerArn: string;
  /** The issuer that the load balancer signs users in with. */
  readonly issuer: string;
  /** The client ID that the load balancer has there (`client`), or several. */
  readonly clientId: string | readonly string[];
  /** How keys are fetched; see `createRemoteJwkSet`. */
  readonly keyOptions?: AwsAlbKeyOptions;
}

const ARN =
  /^arn:(?:aws|aws-us-gov):elasticloadbalancing:[a-z]{2}(?:-[a-z]+)+-\d{1,2}:\d{12}:loadbalancer\/app\/[0-9A-Za-z-]{1,32}\/[0-9a-f]{16}$/;

/**
 * The token that an Application Load Balancer puts into the header `x-amzn-oidc-data`: ES256, padded
 * against RFC 7515 §2, signed by this load balancer for this client.
 *
 * All the load balancers of a region have their keys in one place, those of strangers too: a
 * signature says something only together with `signer`. `exp` and `iss` are looked at in the payload,
 * where the load balancer repeats those of the header.
 *
 * @throws JoseError `ERR_API_MISUSE` when an argument is malformed.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#user-claims-encoding
 *
 * @example
 * ```ts
 * const verifier = createVerifier(
 *   awsAlb({
 *     loadBalancerArn:
 *       'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef',
 *     issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI',
 *     clientId: '1example',
 *   }),
 * );
 * const result = await verifier.verifyRequest(request, { header: 'x-amzn-oidc-data' });
 * ```
 */
export function awsAlb(options: AwsAlbOptions): ProviderPreset {
  const table = {
    loadBalancerArn: pattern(ARN, 'the ARN of such a load balancer'),
    issuer: name,
    clientId: names,
  };
  const required = ['loadBalancerArn', 'issuer', 'clientId'] as const;
  const given = readArguments(options, table, required);
  const { loadBalancerArn: arn, issuer, clientId, keyOptions } = given;
  return {
    keys: awsAlbKeys(keysUrlOf(arn), keyOptions),
    issuer,
    // The token is for whoever is behind the load balancer, and names nobody.
    audience: null,
    algorithms: ['ES256'],
    acceptPadding: true,
    header: { signer: arn, client: clientId },
  };
}

function keysUrlOf(arn: string): string {
  const [, partition, , region] = arn.split(':');
  return partition === 'aws'
    ? `https://public-keys.auth.elb.${region}.amazonaws.com`
    : `https://s3-${region}.amazonaws.com/aws-elb-public-keys-prod-${region}`;
}
