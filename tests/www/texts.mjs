// A token as people really have it: copied out of terminals, browsers, mails, files and logs.

const encode = (text) => Buffer.from(text).toString('base64');
const wrap = (text, width, between) =>
  text.replaceAll(new RegExp(`(.{${width}})(?=.)`, 'g'), `$1${between}`);
const percent = (text) => encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('-', '%2D');
const quotedPrintable = (text) => wrap(text.replaceAll('=', '=3D'), 75, '=\n');
/** As `JSON.stringify` of JSON writes it, `depth` times. */
const inString = (text, depth = 1) =>
  depth === 0 ? text : inString(JSON.stringify(text).slice(1, -1), depth - 1);

/**
 * `token` is a JWS of the key that the reader has, `other` a second one, and `encrypted` a JWE. Each case has the
 * tokens that are found, in their order.
 */
export function texts({ token, other, encrypted }) {
  const [header, payload, signature] = token.split('.');
  const answer = {
    access_token: token,
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: 'v1.MRrtXq0dPqVYJ3',
    id_token: other,
  };
  const supabase = JSON.stringify({ access_token: token, token_type: 'bearer', user: { id: 'a' } });
  const inSupabase = `base64-${Buffer.from(supabase).toString('base64url')}`;
  const cases = {
    // A token alone, as it is copied.
    'a token alone': [token, [token], 'text'],
    'a line break at its end': [`${token}\n`, [token], 'text'],
    'spaces around it': [`  \t${token}   `, [token], 'text'],
    'a byte order mark before it': [`\ufeff${token}`, [token], 'text'],
    'zero-width spaces in it': [wrap(token, 40, '\u200b'), [token], 'text'],
    'soft hyphens in it': [wrap(token, 33, '\u00ad'), [token], 'text'],
    'quotation marks around it': [`"${token}"`, [token], 'text'],
    'typographic quotation marks': [`“${token}”`, [token], 'text'],
    'German quotation marks': [`Das Token ist „${token}“.`, [token], 'text'],
    guillemets: [`« ${token} »`, [token], 'text'],
    'a hyphen that does not break': [token.replaceAll('-', '\u2011'), [token], 'text'],
    'a full stop of a sentence': [`The token is ${token}.`, [token], 'text'],
    'a percent sign as zsh prints it': [`${token}%`, [token], 'text'],

    'broken by a terminal': [wrap(token, 80, '\n'), [token], 'text'],
    'broken and indented': [wrap(token, 64, '\n    '), [token], 'text'],
    'broken by carriage returns': [wrap(token, 76, '\r\n'), [token], 'text'],
    'broken by spaces': [wrap(token, 100, ' '), [token], 'text'],
    'one segment a line': [`${header}.\n${payload}.\n${signature}`, [token], 'text'],
    'dots at the beginning of lines': [`${header}\n.${payload}\n.${signature}\n`, [token], 'text'],
    'with spaces around the dots': [`${header} . ${payload} . ${signature}`, [token], 'text'],
    // HTTP.
    'Bearer before it': [`Bearer ${token}`, [token], 'header', 'Authorization'],
    'an Authorization line': [`Authorization: Bearer ${token}`, [token], 'header', 'Authorization'],
    'a request': [
      `GET /v1/orders?limit=1.5 HTTP/1.1\r\nHost: api.shop.example\r\nAuthorization: Bearer ${token}\r\nAccept: */*\r\n\r\n`,
      [token],
      'header',
      'Authorization',
    ],
    'curl -v': [
      `> GET /me HTTP/1.1\n> Host: api.shop.example\n> authorization: Bearer ${token}\n> \n< HTTP/1.1 200 OK\n< content-type: application/json\n`,
      [token],
      'header',
      'authorization',
    ],
    'a status line after it': [`${token}\nHTTP/1.1 200 OK`, [token], 'text'],
    'HTTP/2 developer tools': [
      `:authority\napi.shop.example\n:method\nGET\nauthorization\nBearer ${token}\nuser-agent\nMozilla/5.0`,
      [token],
      'header',
    ],
    'a DPoP header': [`Authorization: DPoP ${token}\nDPoP: ${other}`, [token, other], 'header'],
    'an API key header': [`X-Auth-Token: ${token}`, [token], 'header', 'X-Auth-Token'],
    'a Cookie line': [
      `Cookie: theme=dark; session=${token}; _ga=GA1.2.3.4`,
      [token],
      'cookie',
      'session',
    ],
    'a Set-Cookie line': [
      `set-cookie: sid=${token}; Path=/; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT`,
      [token],
      'cookie',
      'sid',
    ],
    'an escaped cookie': [
      `Cookie: auth=${percent(`Bearer ${token}`)}; a=b`,
      [token],
      'cookie',
      'auth',
    ],
    'cookies of Auth.js in chunks': [
      `Cookie: __Secure-authjs.session-token.0=${encrypted.slice(0, 150)}; __Secure-authjs.session-token.1=${encrypted.slice(150)}; theme=dark`,
      [encrypted],
      'cookie',
      '__Secure-authjs.session-token',
    ],
    'a cookie of Supabase': [
      `sb-abcdefgh-auth-token=${inSupabase}; theme=dark`,
      [token],
      'cookie',
      'sb-abcdefgh-auth-token',
    ],
    'cookies of Supabase in chunks': [
      `Cookie: sb-abc-auth-token.0=${inSupabase.slice(0, 200)}; sb-abc-auth-token.1=${inSupabase.slice(200)}`,
      [token],
      'cookie',
      'sb-abc-auth-token',
    ],
    // Commands and code.
    curl: [
      `curl -H "Authorization: Bearer ${token}" https://api.shop.example/v1/orders`,
      [token],
      'curl',
      'Authorization',
    ],
    'copied as cURL (bash)': [
      `curl 'https://api.shop.example/v1/orders?page=1' \\\n  -H 'accept: application/json' \\\n  -H 'authorization: Bearer ${token}' \\\n  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' \\\n  --compressed`,
      [token],
      'curl',
      'authorization',
    ],
    'copied as cURL (cmd)': [
      `curl ^"https://api.shop.example/v1/orders^" ^\n  -H ^"authorization: Bearer ${token}^" ^\n  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"140^\\^"^"`,
      [token],
      'curl',
      'authorization',
    ],
    'curl with a cookie': [
      `curl https://app.example/ -b 'sid=${token}; a=b'`,
      [token],
      'cookie',
      'sid',
    ],
    'copied as PowerShell': [
      `Invoke-WebRequest -UseBasicParsing -Uri "https://api.shop.example/v1" \`\n-Headers @{\n  "authorization"="Bearer ${token}"\n  "accept"="*/*"\n}`,
      [token],
      'code',
      'authorization',
    ],
    'copied as fetch': [
      `fetch("https://api.shop.example/v1", {\n  "headers": {\n    "accept": "*/*",\n    "authorization": "Bearer ${token}"\n  },\n  "body": null,\n  "method": "GET"\n});`,
      [token],
      'json',
      'authorization',
    ],
    HTTPie: [
      `http GET api.shop.example/v1 'Authorization:Bearer ${token}'`,
      [token],
      'header',
      'Authorization',
    ],
    'a REST Client file': [
      `@token = ${token}\n\n### Orders\nGET {{host}}/v1/orders\nAuthorization: Bearer {{token}}`,
      [token],
      'code',
      'token',
    ],
    JavaScript: [`const token = '${token}';`, [token], 'code', 'token'],
    'JavaScript in pieces': [
      `const token =\n  '${wrap(token, 60, "' +\n  '")}';`,
      [token],
      'code',
      'token',
    ],
    'Python in pieces': [`TOKEN = (\n    "${wrap(token, 60, '"\n    "')}"\n)`, [token]],
    'a Python dict': [
      `{'access_token': '${token}', 'token_type': 'Bearer', 'expires_in': 3600}`,
      [token],
      'code',
      'access_token',
    ],
    'a Go struct': [
      `&oauth2.Token{AccessToken:"${token}", TokenType:"Bearer", Expiry:time.Time{wall:0x0}}`,
      [token],
      'code',
      'AccessToken',
    ],
    Java: [`private static final String TOKEN = "${token}";`, [token], 'code', 'TOKEN'],
    PHP: [`'token' => '${token}',`, [token], 'code', 'token'],
    'a call': [`jwt.verify("${token}", secret, cb)`, [token], 'code'],
    'gRPC metadata': [
      `grpcurl -H 'authorization: Bearer ${token}' host:443 list`,
      [token],
      'header',
    ],
    // JSON.
    'an answer of a token endpoint': [
      JSON.stringify(answer),
      [token, other],
      'json',
      'access_token',
    ],
    'the same, laid out': [JSON.stringify(answer, null, 2), [token, other], 'json', 'access_token'],
    'the same in a string': [
      JSON.stringify({ body: JSON.stringify(answer) }),
      [token, other],
      'json',
      'access_token',
    ],
    'the same in a string of a string': [
      `{"log":"${inString(JSON.stringify(answer), 2)}"}`,
      [token, other],
      'json',
      'access_token',
    ],
    'JSON escapes': [
      `{"token":"${token.replaceAll('.', '\\u002e').replaceAll('-', '\\u002D')}"}`,
      [token],
      'json',
      'token',
    ],
    'GraphQL variables': [
      `{"operationName":"Login","variables":{"input":{"idToken":"${token}"}},"query":"mutation Login($input: In!) { login }"}`,
      [token],
      'json',
      'idToken',
    ],
    'a Postman environment': [
      `{"values":[{"key":"token","value":"${token}","type":"secret","enabled":true}]}`,
      [token],
      'json',
      'value',
    ],
    'a HAR file': [
      JSON.stringify({
        log: {
          version: '1.2',
          entries: [
            {
              request: {
                url: `https://app.example/cb?code=1`,
                headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
                cookies: [{ name: 'sid', value: other }],
              },
            },
          ],
        },
      }),
      [token, other],
      'har',
      'Authorization',
    ],
    'a flattened JWS': [
      JSON.stringify({ payload, protected: header, signature }),
      [token],
      'serialization',
    ],
    'a general JWS': [
      JSON.stringify({ payload, signatures: [{ protected: header, signature }] }, null, 2),
      [token],
      'serialization',
    ],
    // URLs and forms.
    'a fragment': [
      `https://app.example/cb#state=1&access_token=${token}&id_token=${other}&token_type=Bearer`,
      [token, other],
      'url',
      'access_token',
    ],
    'a query': [`https://app.example/verify?token=${token}&lang=en`, [token], 'url', 'token'],
    'a path': [`https://app.example/verify-mail/${token}/confirm`, [token], 'url'],
    'a redirect inside a URL': [
      `https://login.example/logout?post_logout=https%3A%2F%2Fapp.example%2F&id_token_hint=${percent(token)}`,
      [token],
      'url',
      'id_token_hint',
    ],
    'escaped twice': [
      `https://login.example/?next=%252Fcb%253Fid_token%253D${percent(percent(token))}%2526state%253D1`,
      [token],
      'url',
    ],
    'a form': [
      `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${token}&scope=a`,
      [token],
      'form',
      'assertion',
    ],
    'a form with two': [
      `access_token=${token}&id_token=${other}`,
      [token, other],
      'form',
      'access_token',
    ],
    'a WebSocket URL': [`wss://ws.example/socket?jwt=${token}`, [token], 'url', 'jwt'],
    // Files.
    'an environment file': [
      `# local\nAPI_URL=https://api.shop.example/v1\nAPI_TOKEN=${token}\nDEBUG=1\n`,
      [token],
      'env',
      'API_TOKEN',
    ],
    'an export': [`export SUPABASE_ANON_KEY="${token}"`, [token], 'env', 'SUPABASE_ANON_KEY'],
    'docker compose': [
      `services:\n  api:\n    environment:\n      - API_TOKEN=${token}\n      - PORT=8080`,
      [token],
      'env',
      'API_TOKEN',
    ],
    YAML: [`auth:\n  token: ${token}\n  user: me\n`, [token], 'yaml', 'token'],
    'YAML, quoted': [`auth:\n  token: "${token}"\n`, [token], 'yaml', 'token'],
    'YAML, folded': [`token: >-\n  ${wrap(token, 60, '\n  ')}\nuser: me\n`, [token]],
    'a kubeconfig': [
      `users:\n- name: admin\n  user:\n    token: ${token}\n`,
      [token],
      'yaml',
      'token',
    ],
    'a Kubernetes secret': [
      `apiVersion: v1\nkind: Secret\ndata:\n  ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t\n  namespace: ZGVmYXVsdA==\n  token: ${encode(token)}\ntype: kubernetes.io/service-account-token\n`,
      [token],
      'base64',
      'token',
    ],
    'kubectl -o json': [
      JSON.stringify({ kind: 'Secret', data: { token: encode(token) } }, null, 4),
      [token],
      'base64',
      'token',
    ],
    'base64, in lines': [wrap(encode(token), 76, '\n'), [token], 'base64'],
    'base64 twice': [encode(encode(`token=${token}\n`)), [token], 'base64'],
    'Basic credentials': [`Authorization: Basic ${encode(`user:${token}`)}`, [token], 'base64'],
    Terraform: [`  api_token = "${token}"`, [token], 'code', 'api_token'],
    'an INI file': [`[auth]\ntoken = ${token}\n`, [token], 'code', 'token'],
    // Logs.
    'an access log of nginx': [
      `10.0.0.7 - - [12/Nov/2026:10:15:32 +0000] "GET /cb?token=${token} HTTP/1.1" 302 0 "-" "curl/8.5.0"`,
      [token],
      'url',
      'token',
    ],
    'a line of a log': [
      `2026-11-12T10:15:32.123Z DEBUG auth.filter: got token ${token} from 10.0.0.7`,
      [token],
      'log',
    ],
    logfmt: [
      `time=2026-11-12T10:15:32Z level=info msg="ok" token=${token} user=7`,
      [token],
      'log',
      'token',
    ],
    'a JSON log': [
      `{"level":30,"time":1762942532,"req":{"headers":{"authorization":"Bearer ${token}"}}}`,
      [token],
      'json',
      'authorization',
    ],
    'GitHub Actions': [
      `2026-11-12T10:15:32.1234567Z ##[debug]ACTIONS_RUNTIME_TOKEN=${token}\n2026-11-12T10:15:33.0000000Z ok`,
      [token],
      'log',
      'ACTIONS_RUNTIME_TOKEN',
    ],
    systemd: [`Nov 12 10:15:32 host app[42]: token=${token}`, [token], 'log', 'token'],
    // Documents.
    HTML: [`<input type="hidden" name="id_token" value="${token}"/>`, [token]],
    'HTML entities': [
      `<p data-x="{&quot;token&quot;:&quot;${token.replaceAll('.', '&#46;').replaceAll('_', '&lowbar;')}&quot;}">`,
      [token],
      'json',
      'token',
    ],
    'HTML with places to break': [`<code>${wrap(token, 30, '<wbr>')}</code>`, [token], 'text'],
    'Markdown, in a block': [`Here it is:\n\n\`\`\`\n${token}\n\`\`\`\n\nThanks!`, [token], 'text'],
    'Markdown, in a line': [`The token is \`${token}\`, and it fails.`, [token], 'text'],
    'Markdown, in bold': [`**${token}**`, [token], 'text'],
    'angle brackets': [`<${token}>`, [token], 'text'],
    'a quoted mail': [`> Hi,\n>\n> ${wrap(token, 70, '\n> ')}\n>\n> Bye`, [token], 'text'],
    'quoted-printable': [
      `Here is the token:\n${quotedPrintable(`token=${token}`)}\nBye\n`,
      [token],
    ],
    Slack: [`Alice  10:15\n${token}\nBob  10:16\nworks for me`, [token], 'text'],
    RTF: [`{\\rtf1\\ansi{\\fonttbl\\f0 Menlo;}\\f0\\fs24 ${token}\\par }`, [token], 'text'],
    'a table of a terminal': [`│ token │ ${token} │\n│ user  │ me │`, [token], 'text'],
    CSV: [`id,token,user\n1,${token},me\n2,${other},you\n`, [token, other], 'text'],
    tabs: [`1\t${token}\tme`, [token], 'text'],
    XML: [`<wsse:BinarySecurityToken>${token}</wsse:BinarySecurityToken>`, [token], 'text'],
    // Several.
    'two lines': [`${token}\n${other}\n`, [token, other], 'text'],
    'two broken over lines': [
      `${wrap(token, 50, '\n')}\n${wrap(other, 50, '\n')}\n`,
      [token, other],
      'text',
    ],
    'two in an array': [JSON.stringify([token, other]), [token, other], 'text'],
    'a word on the next line': [`${token}\ndone`, [token], 'text'],
    'a host on the next line': [`${token}\napi.shop.example`, [token], 'text'],
    'one signed and one encrypted': [`${encrypted}\n${token}`, [encrypted, token], 'text'],
    'the same twice': [`${token} ${token}`, [token], 'text'],
    'two without anything between': [`${token}${other}`, [token, other], 'text'],
    'two between bars': [`a|${token}|${other}|b`, [token, other], 'text'],
    'an unsigned one before a word': [
      `${header}.${payload}\nnext.example`,
      [`${header}.${payload}`],
      'text',
    ],
    'an unsigned one before another': [
      `${header}.${payload}\n${token}`,
      [`${header}.${payload}`, token],
      'text',
    ],
    'an underscore around it': [`_${token}_`, [token], 'text'],
    'a file name': [`"${token}.json"`, [token], 'text'],
    'a link to a debugger': [
      `https://jwt.io/#debugger-io?token=${token}&publicKey=-----BEGIN%20PUBLIC`,
      [token],
      'url',
      'token',
    ],
    'every character escaped': [
      [...token].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
      [token],
      'text',
    ],
    'a cookie of Express': [`connect.sid=s:${token}; a=b`, [token], 'cookie', 'connect.sid'],
    PowerShell: [`$env:TOKEN = "${token}"`, [token]],
    'three strings deep': [
      JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ token }) }) }),
      [token],
      'json',
      'token',
    ],
    'an encrypted one': [`id_token: ${encrypted}`, [encrypted]],
    'an encrypted one, broken': [wrap(encrypted, 60, '\n'), [encrypted], 'text'],
    'without a signature': [`Bearer ${header}.${payload}`, [`${header}.${payload}`], 'header'],
    'with an empty one': [`"${header}.${payload}."`, [`${header}.${payload}.`], 'text'],
    detached: [`x-jws-signature: ${header}..${signature}`, [`${header}..${signature}`], 'header'],
  };
  return Object.entries(cases)
    .filter(([, [, tokens]]) => tokens !== undefined)
    .map(([name, [text, tokens, place, label]]) => ({
      ...{ name, text, tokens },
      ...(place !== undefined && { place }),
      ...(label !== undefined && { label }),
    }));
}
