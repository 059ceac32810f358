/** Was das Paket sagt: nach dem Code eines Fehlers, nach der Kennung eines Hinweises oder Befunds. */
import type { MessageId } from '../message-id.js';

export const messages: Readonly<Record<MessageId, string>> = {
  ERR_API_MISUSE: 'eine Angabe ist falsch oder leer',
  ERR_CALLBACK_FAILED: 'eine Funktion des Aufrufers ist gescheitert',
  ERR_CRYPTO_OPERATION: 'Web Crypto hat die Operation verweigert',
  ERR_CRYPTO_UNAVAILABLE: 'Web Crypto oder der Algorithmus ist hier nicht verfügbar',
  ERR_JOSE_ALG_NOT_ALLOWED: 'der Algorithmus des Tokens ist nicht erlaubt; „none“ ist es nie',
  ERR_JOSE_KEY_INVALID: 'das ist kein wohlgeformter Schlüssel',
  ERR_JOSE_KEY_MISMATCH: 'Schlüssel und Algorithmus passen nicht zusammen',
  ERR_JOSE_KEY_TOO_WEAK: 'der Schlüssel ist zu schwach für seinen Algorithmus',
  ERR_JOSE_LIMIT_EXCEEDED: 'die Eingabe ist größer oder tiefer verschachtelt als erlaubt',
  ERR_JOSE_NOT_SUPPORTED: 'dieser Teil der Standards wird nicht unterstützt',
  ERR_JWKS_FETCH_FAILED: 'der Schlüsselsatz ließ sich nicht abrufen',
  ERR_JWKS_INVALID: 'das ist kein JWK Set oder keines, das verwendet werden darf',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'mehrere Schlüssel des Satzes passen zum Token',
  ERR_JWKS_NO_MATCHING_KEY: 'kein Schlüssel des Satzes passt zum Token',
  ERR_JWKS_TIMEOUT: 'der Schlüsselsatz kam nicht rechtzeitig an',
  ERR_JWK_INVALID: 'das ist kein wohlgeformter JWK',
  ERR_JWS_INVALID:
    'das ist kein wohlgeformtes Token: drei Teile in base64url, der Header ein JSON-Objekt',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'die Signatur passt nicht zu Token und Schlüssel',
  ERR_JWT_CLAIM_VALIDATION_FAILED:
    'ein Claim fehlt, hat die falsche Form oder nicht den erwarteten Wert',
  ERR_JWT_EXPIRED: 'das Token ist abgelaufen',
  ERR_JWT_INVALID: 'die Nutzlast ist kein striktes JSON-Objekt',
  ERR_JWT_NOT_YET_VALID: 'das Token gilt noch nicht',
  ERR_JWT_REPLAYED: 'der Nachweis wurde schon verwendet',
  ERR_JWT_REVOKED: 'das Token wurde widerrufen',
  ERR_WASM_UNAVAILABLE: 'das WebAssembly-Modul läuft hier nicht',

  'alg-none': 'das Token ist ungesichert (alg: none): jeder kann es geschrieben haben',
  'known-secret':
    'dieses Geheimnis kommt in öffentlicher Dokumentation vor: jeder kann damit signieren',
  'short-secret':
    'das Geheimnis ist kürzer als der Hash seines Algorithmus und lässt sich womöglich erraten',
  'predictable-secret': 'das Geheimnis wiederholt sich oder zählt hoch: nehmen Sie Zufallsbytes',
  'short-modulus': 'der RSA-Modulus ist kürzer als 2048 Bit',
  'key-in-header':
    'der Header enthält einen Schlüssel: wer ihm vertraut, vertraut jedem beliebigen Absender',
  'private-key-in-header':
    'der Header enthält einen privaten Schlüssel oder ein Geheimnis: wer das Token hat, hat auch ihn',
  'url-in-header':
    'der Header nennt eine URL: wer sie abruft, bekommt, was der Absender ausgesucht hat',
  'kid-injection':
    'die kid sieht nach einem Angriff auf Code aus, der sie in Pfade, Abfragen oder Befehle einsetzt',
  'kid-url': 'die kid ist eine URL: sie ist nur ein Name und darf nicht abgerufen werden',
  'kid-long': 'die kid ist länger als 256 Zeichen, so lang muss kein Schlüsselname sein',
  'typ-missing': 'kein typ im Header: Tokens anderer Art könnten mit diesem verwechselt werden',
  'header-parameter-type':
    'der Header-Parameter hat den falschen JSON-Typ: manche lehnen das Token ab, andere übergehen ihn',
  'nested-token':
    'laut Header ist die Nutzlast selbst ein Token, das ebenfalls geprüft werden muss',
  'encrypted-token':
    'das Token ist verschlüsselt: ohne den Schlüssel des Empfängers ist nur der Header lesbar',
  'exp-missing': 'kein exp: das Token läuft nie ab',
  'iat-missing': 'kein iat: das Alter des Tokens ist unbekannt',
  'aud-missing':
    'kein Empfänger (aud): ein Dienst, der das Token bekommt, könnte es anderswo verwenden',
  'iss-missing': 'kein Aussteller (iss): es ist nicht erkennbar, wessen Schlüssel gelten',
  'long-lifetime': 'länger als eine Stunde gültig: so lange ist es nach einem Diebstahl verwendbar',
  'time-in-milliseconds': 'die Zeit ist in Millisekunden, Claims zählen aber in Sekunden',
  'large-integer':
    'er enthält eine ganze Zahl jenseits von 2^53 − 1: JavaScript rundet sie, aus zwei IDs kann eine werden; senden Sie sie als Text',
  'personal-data':
    'der Claim sieht nach persönlichen Daten aus, die jeder lesen kann, der das Token hat',
  'card-number':
    'der Claim sieht nach einer Kartennummer aus, die jeder lesen kann, der das Token hat',
  'secret-in-claim':
    'der Claim sieht nach einem Geheimnis aus, das jeder lesen kann, der das Token hat',

  'surrounding-whitespace': 'um das Token herum ist Leerraum: entfernen Sie ihn',
  'whitespace-inside': 'im Token ist Leerraum, etwa nach einem Zeilenumbruch: entfernen Sie ihn',
  'surrounding-quotes':
    'um das Token herum sind Anführungszeichen oder andere Zeichen: entfernen Sie sie',
  'authorization-header': 'das ist ein ganzer Authorization-Header: nur das Token wird gebraucht',
  'bearer-prefix': 'der Text beginnt mit Bearer oder DPoP: entfernen Sie das',
  'url-parameter': 'das Token ist ein Parameter dieser URL: nur sein Wert wird gebraucht',
  'cookie-pair':
    'das Token ist der Wert eines Cookies: nur was nach dem Gleichheitszeichen kommt, wird gebraucht',
  'sd-jwt':
    'das ist ein SD-JWT (RFC 9901): nur der Teil vor dem ersten ~ ist ein signiertes Token; fügen Sie diesen ein, um ihn zu prüfen',
  'json-serialization': 'das ist die JSON-Serialisierung von JWS oder JWE, kein kompaktes Token',
  'base64-padding':
    'ein Teil ist mit = aufgefüllt, was JWS verbietet; kommt es von einem AWS Application Load Balancer, wählen Sie ihn als Anbieter',
  'base64-alphabet':
    'ein Teil enthält + oder /: das ist base64, JWS verwendet base64url mit - und _',
  'signature-missing':
    'das sind zwei Teile, ein signiertes Token hat drei: womöglich ist die Signatur abgeschnitten',
  'algorithm-case':
    'alg unterscheidet sich von einem unterstützten nur in Groß- und Kleinschreibung, die zählt',
  'hmac-token-public-key':
    'der Header nennt HMAC mit gemeinsamem Geheimnis, der Schlüssel ist aber ein öffentlicher: es ist der falsche, oder jemand will ihn als Geheimnis verwenden lassen',
  'public-key-token-secret':
    'der Header nennt einen Algorithmus mit öffentlichem Schlüssel, hier ist aber ein Geheimnis: fügen Sie den öffentlichen Schlüssel des Ausstellers ein',
  'other-key-type': 'der Algorithmus des Headers braucht einen Schlüssel anderer Art oder Kurve',
  'same-key-type':
    'der Schlüssel ist von der richtigen Art, aber für einen anderen Algorithmus: stellen Sie den Algorithmus auf Automatisch, oder ändern Sie alg im JWK',
  'kid-not-in-set':
    'kein Schlüssel des Satzes hat die kid des Tokens: er wurde womöglich ausgetauscht, oder der Satz gehört einem anderen Aussteller',
  'kid-skipped':
    'der Satz hat einen Schlüssel mit dieser kid, der nicht verwendbar ist: warum, steht in der Liste unter dem Schlüssel',
  'kid-other-algorithm':
    'der Satz hat einen Schlüssel mit dieser kid, aber für einen anderen Algorithmus',
  'kid-missing': 'das Token hat keine kid, und mehrere Schlüssel des Satzes passen',
  'no-key-for-algorithm': 'kein Schlüssel des Satzes ist für den Algorithmus des Headers',
  'algorithms-needed': 'der Schlüssel nennt seinen Algorithmus nicht: wählen Sie ihn aus',
  'empty-key-set': 'der Satz hat keinen verwendbaren Schlüssel',
  'secret-is-base64': 'das Geheimnis ist base64-kodiert: dekodiert bestätigt es dieses Token',
  'secret-is-base64url': 'das Geheimnis ist base64url-kodiert: dekodiert bestätigt es dieses Token',
  'secret-is-hex': 'das Geheimnis ist hexadezimal: dekodiert bestätigt es dieses Token',
  'secret-whitespace':
    'das Geheimnis beginnt oder endet mit Leerraum, vielleicht einem Zeilenumbruch',
  'secret-without-whitespace':
    'ohne den Leerraum am Rand, vielleicht einen Zeilenumbruch, bestätigt das Geheimnis dieses Token',
  'secret-wrong-either-way':
    'das Geheimnis sieht kodiert aus, bestätigt das Token aber weder als Text noch dekodiert',
  'secret-decoded':
    'der Aussteller verwendet das Geheimnis als Text: ohne Dekodieren bestätigt es dieses Token',
  'secret-looks-base64': 'das Geheimnis sieht base64-kodiert aus',
  'secret-looks-base64url': 'das Geheimnis sieht base64url-kodiert aus',
  'secret-looks-hex': 'das Geheimnis sieht hexadezimal aus',
  'signature-der':
    'die Signatur ist in DER; JWS verwendet die Zahlen r und s, jede so lang wie das Feld der Kurve',
  'signature-length':
    'die Signatur hat für diesen Algorithmus die falsche Länge: das Token ist womöglich abgeschnitten',
  'graph-token':
    'Tokens für Microsoft Graph haben ein nonce im Header, und nur Graph kann sie prüfen: fordern Sie eines für Ihre eigene API an (scope api://…)',
  'exp-in-milliseconds':
    'exp ist in Millisekunden: teilen Sie durch 1000, wo das Token erstellt wird',
  'nbf-in-milliseconds':
    'nbf ist in Millisekunden: teilen Sie durch 1000, wo das Token erstellt wird',
  'iat-in-milliseconds':
    'iat ist in Millisekunden: teilen Sie durch 1000, wo das Token erstellt wird',
  'loose-type': 'der Claim ist null, oder eine Zahl, wo ein Text hingehört',
  'time-is-text': 'die Zeit ist ein Text, muss aber eine JSON-Zahl von Sekunden seit 1970 sein',
  'clock-skew': 'gehen die Uhren gleich? Stellen Sie die Uhrtoleranz ein',
  'differs-by-trailing-slash':
    'der Wert unterscheidet sich nur durch einen Schrägstrich am Ende, der zählt',
  'differs-by-case': 'der Wert unterscheidet sich nur in Groß- und Kleinschreibung, die zählt',
  'differs-by-scheme': 'der Wert unterscheidet sich nur durch http oder https am Anfang, was zählt',
  'differs-by-whitespace': 'der Wert unterscheidet sich nur durch Leerraum am Rand, der zählt',

  pkcs1: 'das ist PKCS#1, das wenige andere Bibliotheken lesen; als SPKI lesen es alle',
  'private-key': 'das ist ein privater Schlüssel; zum Prüfen genügt der öffentliche',
  'certificate-not-validated':
    'das ist ein Zertifikat: sein öffentlicher Schlüssel wird verwendet, sonst wird nichts daran geprüft',
  'jwk-set': 'das ist ein JWK Set: die kid des Tokens bestimmt den Schlüssel',
  'algorithm-needed': 'der Schlüssel nennt seinen Algorithmus nicht: wählen Sie ihn aus',
  'pem-lines-missing': 'das ist ein Schlüssel in base64, ohne die Zeilen BEGIN und END von PEM',
  'key-as-secret':
    'das ist ein Schlüssel, kein gemeinsames Geheimnis: stellen Sie den Algorithmus auf Automatisch',
  'secret-as-key':
    'das sieht nach einem Geheimnis aus, der Algorithmus braucht aber einen öffentlichen Schlüssel des Ausstellers',
  'encoding-needed': 'wählen Sie, wie das Geheimnis kodiert ist',
};
