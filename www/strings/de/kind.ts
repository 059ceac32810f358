/** Was für ein Token es ist, und was seine Art verlangt. */
import type { Strings } from '../en.js';

export const kind: Strings['kind'] = {
  label: 'Art des Tokens',
  signed: (algorithm) => `signiert, ${algorithm}`,
  encrypted: (algorithms) => `verschlüsselt, ${algorithms}`,
  unsigned: 'nicht signiert',
  asks: 'Was bei dieser Art zu prüfen ist',
  checkAs: {
    id_token: 'Als ID-Token prüfen',
    access_token: 'Als Access-Token prüfen',
    logout_token: 'Als Logout-Token prüfen',
  },
  fills:
    'Füllt Aussteller und Empfänger aus diesem Token aus. Über den Aussteller beweist das nichts, solange Sie die Werte nicht mit Ihren Einstellungen vergleichen.',
  open: 'Inneres Token öffnen',
  kinds: {
    jwt: ['JSON Web Token', 'Nichts darin verrät, von welcher Art es ist.'],
    jws: ['Signierter Inhalt', 'Die Nutzlast besteht nicht aus Claims.'],
    jwe: [
      'Verschlüsseltes Token (JWE)',
      'Lesbar ist nur der Header. Diese Seite entschlüsselt nicht.',
    ],
    idToken: [
      'ID-Token von OpenID Connect',
      'Sagt einem Client, wer sich angemeldet hat. Für eine API ist es nicht gedacht.',
    ],
    accessToken: ['Access-Token (RFC 9068)', 'Berechtigt zu Anfragen an eine API.'],
    probableAccessToken: [
      'Vermutlich ein Access-Token',
      'Es hat die Claims eines Access-Tokens, aber keinen typ, der das sagt.',
    ],
    refreshToken: ['Refresh-Token', 'Holt neue Access-Tokens beim Aussteller.'],
    logoutToken: ['Logout-Token von OpenID Connect', 'Meldet einem Client das Ende einer Sitzung.'],
    dpopProof: [
      'DPoP-Nachweis (RFC 9449)',
      'Belegt für eine Anfrage, dass der Absender einen privaten Schlüssel besitzt.',
    ],
    clientAssertion: ['Client-Assertion (RFC 7523)', 'Weist einen Client am Token-Endpunkt aus.'],
    grantAssertion: [
      'Assertion für einen Token-Endpunkt (RFC 7523)',
      'Wird gegen ein Access-Token getauscht.',
    ],
    securityEvent: [
      'Security Event Token (RFC 8417)',
      'Meldet ein Ereignis und berechtigt zu nichts.',
    ],
    authorizationRequest: [
      'Autorisierungsanfrage (RFC 9101)',
      'Enthält die Parameter der Anfrage, vom Client signiert.',
    ],
    introspection: ['Introspection-Antwort (RFC 9701)', 'Beschreibt ein anderes Token.'],
    credential: [
      'Verifiable Credential',
      'Enthält Aussagen über ein Subjekt; sein Inhaber legt es vor.',
    ],
    presentation: [
      'Verifiable Presentation',
      'Enthält Credentials, signiert von dem, der sie vorlegt.',
    ],
    keyBinding: [
      'Key-Binding-JWT (RFC 9901)',
      'Belegt, dass der Vorlegende den Schlüssel des SD-JWT besitzt.',
    ],
    sdJwtCredential: [
      'SD-JWT-Credential',
      'Enthält Claims, die sein Inhaber einzeln offenlegen kann.',
    ],
    credentialProof: [
      'Schlüsselnachweis (OpenID4VCI)',
      'Belegt dem Aussteller eines Credentials, dass die Wallet einen Schlüssel besitzt.',
    ],
    statusList: ['Statusliste', 'Sagt, welche Credentials widerrufen sind.'],
    entityStatement: [
      'Entity Statement (OpenID Federation)',
      'Beschreibt einen Teilnehmer einer Föderation und seine Schlüssel.',
    ],
    kubernetes: [
      'Kubernetes-Service-Account-Token',
      'Weist einen Workload beim Cluster aus und bei Diensten, die ihm vertrauen.',
    ],
    githubActions: [
      'ID-Token von GitHub Actions',
      'Weist einen Workflow-Lauf aus, meist bei einer Cloud.',
    ],
    gitlabCi: ['ID-Token von GitLab CI/CD', 'Weist einen Job aus, meist bei einer Cloud.'],
    firebaseId: ['Firebase-ID-Token', 'Sagt Ihrem Backend, wer sich angemeldet hat.'],
    firebaseSession: ['Firebase-Sitzungscookie', 'Hält bis zu zwei Wochen lang angemeldet.'],
    supabaseSession: [
      'Supabase-Access-Token',
      'Weist einen Benutzer bei Datenbank und API des Projekts aus.',
    ],
    supabaseKey: [
      'Supabase-API-Schlüssel',
      'Mit der Rolle anon öffentlich. Mit service_role umgeht er alle Zugriffsregeln und gehört auf einen Server.',
    ],
    clerkSession: ['Clerk-Sitzungstoken', 'Sagt Ihrem Backend, wer sich angemeldet hat.'],
    cloudflareAccess: ['Cloudflare-Access-Token', 'Zeigt, dass eine Anfrage Access passiert hat.'],
  },
  checks: {
    'key.issuer': 'Die Signatur passt zu einem Schlüssel des Ausstellers.',
    'key.client': 'Die Signatur passt zu einem Schlüssel, den der Client hinterlegt hat.',
    'key.header': 'Die Signatur passt zum Schlüssel im Header (jwk).',
    'key.holder': 'Die Signatur passt zum Schlüssel des Inhabers, den das Credential nennt (cnf).',
    'key.recipient': 'Es lässt sich mit Ihrem Schlüssel entschlüsseln.',
    iss: 'iss ist der erwartete Aussteller.',
    'aud.api': 'aud ist Ihre API.',
    'aud.client': 'aud ist Ihre Client-ID.',
    'aud.endpoint': 'aud ist Ihr Aussteller oder Token-Endpunkt.',
    'aud.you': 'aud nennt Sie.',
    'sub.client': 'iss und sub sind beide die Client-ID.',
    'sub.deployment': 'sub ist ein Repository, samt Branch oder Umgebung, dem Sie vertrauen.',
    'sub.session': 'sub oder sid nennt eine Sitzung, die Sie haben.',
    'sub.user': 'sub ist ein Konto, das Sie kennen.',
    'typ.own': 'typ im Header nennt diese Art.',
    'typ.refresh': 'Keine API nimmt es als Access-Token an.',
    age: 'iat liegt höchstens einige Minuten zurück.',
    ath: 'Mit Access-Token: ath ist dessen Hash, und sein cnf nennt den Fingerabdruck des Schlüssels.',
    azp: 'azp, falls vorhanden, ist ein erwarteter Client.',
    disclosures: 'Der Digest jeder Disclosure steht im signierten Token.',
    events: 'events enthält ein erwartetes Ereignis.',
    exp: 'exp liegt in der Zukunft.',
    hashes: 'at_hash und c_hash, falls vorhanden, sind die Hashes von Access-Token und Code.',
    holder: 'Der Vorlegende weist den Schlüssel in cnf nach.',
    inner: 'Auch das innere Token wird geprüft.',
    jti: 'jti wurde noch nicht verwendet.',
    keyBinding: 'Falls Sie es verlangen: Das Key-Binding-JWT am Ende ist gültig.',
    noNonce: 'Es gibt kein nonce.',
    nonce: 'nonce ist das von Ihnen gesendete.',
    request: 'htm und htu sind Methode und URL der Anfrage.',
    revoked: 'Es ist nicht widerrufen, was nur der Aussteller weiß.',
    scope: 'Scopes oder Rollen erlauben die Anfrage.',
    sdHash: 'sd_hash ist der Hash des SD-JWT davor.',
    server: 'Nur sein Aussteller bekommt es.',
    status: 'Es ist nicht widerrufen (status).',
  },
  traits: {
    unsecured: 'Es hat keine Signatur (alg: none): Jeder kann es geschrieben haben.',
    unencoded:
      'Die Nutzlast ist nicht kodiert (b64: false, RFC 7797). Sie wird gezeigt, wie sie ist, und hier nicht geprüft.',
    detached: 'Die Nutzlast ist abgetrennt: Sie wird getrennt gesendet und ist mitsigniert.',
    nested: 'Die Nutzlast ist selbst ein Token.',
    selective: 'Es ist ein SD-JWT (RFC 9901): Was nach ~ kommt, legt einzelne Claims offen.',
    flattened: 'Es kam in der flachen JSON-Serialisierung.',
    general: 'Es kam in der allgemeinen JSON-Serialisierung.',
  },
  signatures: (count) => `Das ist die erste von ${count} Signaturen.`,
  recipients: (count) => `Das ist der erste von ${count} Empfängern.`,
  unprotected: 'Header, den keine Signatur schützt:',
  management: {
    direct:
      'Der gemeinsame Schlüssel verschlüsselt den Inhalt selbst. Sitzungscookies, etwa die von Auth.js, sind oft so gemacht.',
    recipient:
      'Der Inhaltsschlüssel ist mit dem öffentlichen Schlüssel des Empfängers verschlüsselt; der private öffnet ihn.',
    wrapped: 'Der Inhaltsschlüssel ist mit einem gemeinsamen Schlüssel verschlüsselt.',
    agreement:
      'Der Schlüssel ergibt sich aus einem Einmalschlüssel (epk) und dem privaten Schlüssel des Empfängers.',
    password: 'Der Inhaltsschlüssel ist mit einem Passwort verschlüsselt.',
    unknown: 'Der Header nennt keine Schlüsselverwaltung, die diese Seite kennt.',
  },
  parts: {
    title: 'Verschlüsselte Teile',
    header: 'Nennt die Algorithmen; lesbar, aber gegen Änderungen geschützt',
    encryptedKey: 'Der Inhaltsschlüssel, verschlüsselt',
    iv: 'Zufällig und nicht geheim',
    ciphertext: 'Der verschlüsselte Inhalt',
    tag: 'Verrät Änderungen an Header und Inhalt',
    none: 'leer: Diese Schlüsselverwaltung hat keinen',
  },
  disclosures: {
    title: 'Disclosures',
    name: 'Claim',
    value: 'Wert',
    salt: 'Salt',
    status: 'Digest',
    element: 'Element einer Liste',
    statuses: {
      signed: 'signiert',
      foreign: 'nicht im Token',
      unreadable: 'nicht lesbar',
      unknown: 'nicht geprüft',
    },
    hidden: (count) =>
      count === 1
        ? 'Zu einem Digest fehlt die Disclosure: ein zurückgehaltener Claim oder ein Köder.'
        : `Zu ${count} Digests fehlt die Disclosure: zurückgehaltene Claims oder Köder.`,
    keyBinding: 'Am Ende steht ein Key-Binding-JWT.',
    openKeyBinding: 'Öffnen',
  },
};
