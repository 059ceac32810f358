// Prints what the token endpoint answers to an assertion of the service account.

import { readFile } from 'node:fs/promises';
import { importServiceAccount, signServiceAccountAssertion, tokenRequestBody } from 'edge-jwt';

const keyFile = await readFile(process.env.GOOGLE_APPLICATION_CREDENTIALS, 'utf8');
const account = await importServiceAccount(keyFile);

const assertion = await signServiceAccountAssertion(account, {
  scope: 'https://www.googleapis.com/auth/devstorage.read_only',
});
const response = await fetch(account.tokenUri, {
  method: 'POST',
  body: tokenRequestBody(assertion),
});
if (!response.ok) throw new Error(`the token endpoint answered ${response.status}`);
const { token_type: type, expires_in: seconds } = await response.json();
console.log(`a ${type} token for ${seconds} seconds`);
