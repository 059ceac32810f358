/** Was das Paket sagt: nach dem Code eines Fehlers, nach der Kennung eines Hinweises oder Befunds. */
export const messages: Readonly<Record<string, string>> = {
  ERR_API_MISUSE: 'eine Angabe ist falsch oder leer',
  ERR_CALLBACK_FAILED: 'eine Funktion des Aufrufers ist gescheitert',
  ERR_CRYPTO_OPERATION: 'Web Crypto hat die Operation verweigert',
  ERR_CRYPTO_UNAVAILABLE: 'Web Crypto oder der Algorithmus ist hier nicht zu haben',
  ERR_JOSE_ALG_NOT_ALLOWED: 'der Algorithmus des Tokens ist nicht erlaubt; „none“ ist es nie',
  ERR_JOSE_KEY_INVALID: 'das ist kein wohlgeformter Schlüssel',
  ERR_JOSE_KEY_MISMATCH: 'Schlüssel und Algorithmus gehören nicht zusammen',
  ERR_JOSE_KEY_TOO_WEAK: 'der Schlüssel ist zu schwach für seinen Algorithmus',
  ERR_JOSE_LIMIT_EXCEEDED: 'die Eingabe ist größer oder tiefer verschachtelt als erlaubt',
  ERR_JOSE_NOT_SUPPORTED: 'dieser Teil der Standards wird nicht unterstützt',
  ERR_JWKS_FETCH_FAILED: 'der Schlüsselsatz war nicht abzurufen',
  ERR_JWKS_INVALID: 'das ist kein JWK Set, oder eines, das nicht verwendet werden darf',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'mehrere Schlüssel des Satzes passen zum Token',
  ERR_JWKS_NO_MATCHING_KEY: 'kein Schlüssel des Satzes passt zum Token',
  ERR_JWKS_TIMEOUT: 'der Schlüsselsatz kam nicht rechtzeitig an',
  ERR_JWK_INVALID: 'das ist kein wohlgeformter JWK',
  ERR_JWS_INVALID:
    'das ist kein wohlgeformtes Token: drei Segmente in base64url, der Header ein JSON-Objekt',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'die Signatur gehört nicht zu diesem Token und Schlüssel',
  ERR_JWT_CLAIM_VALIDATION_FAILED:
    'ein Claim fehlt, hat die falsche Form oder nicht den erwarteten Wert',
  ERR_JWT_EXPIRED: 'das Token ist abgelaufen',
  ERR_JWT_INVALID: 'die Nutzlast ist kein striktes JSON-Objekt',
  ERR_JWT_NOT_YET_VALID: 'das Token gilt noch nicht',
  ERR_JWT_REPLAYED: 'der Nachweis wurde schon verwendet',
  ERR_JWT_REVOKED: 'das Token wurde widerrufen',
  ERR_WASM_UNAVAILABLE: 'das WebAssembly-Modul läuft hier nicht',

  'alg-none': 'das Token ist ungesichert: jeder kann ein solches schreiben',
  'known-secret': 'das Geheimnis steht in öffentlicher Dokumentation: jeder kann damit signieren',
  'short-secret':
    'das Geheimnis ist kürzer als der Hash seines Algorithmus und womöglich zu erraten',
  'predictable-secret': 'das Geheimnis wiederholt sich oder zählt: nehmen Sie Zufallsbytes',
  'short-modulus': 'der RSA-Modulus ist kürzer als 2048 Bit',
  'key-in-header':
    'der Header bringt seinen eigenen Schlüssel mit: wer ihm traut, traut dem Absender',
  'private-key-in-header':
    'der Schlüssel im Header ist ein privater oder ein Geheimnis: es ist keines mehr',
  'url-in-header': 'der Header nennt eine Adresse: wer sie abruft, bekommt, was der Absender will',
  'kid-injection':
    'die kid sieht aus wie ein Angriff auf den, der sie in Pfad, Abfrage oder Befehl einsetzt',
  'kid-url': 'die kid ist eine Adresse: sie ist ein Name und nicht abzurufen',
  'kid-long': 'die kid ist länger als 256 Zeichen, was kein Schlüsselname sein muss',
  'typ-missing': 'der Header hat kein typ, an dem man Arten von Tokens unterscheidet',
  'header-parameter-type':
    'der Header-Parameter ist mit einem anderen JSON-Typ registriert: manche lehnen das Token ab, andere übergehen ihn',
  'nested-token': 'die Nutzlast soll selbst ein Token sein, das wieder zu prüfen ist',
  'encrypted-token':
    'das Token ist verschlüsselt: ohne den Schlüssel des Empfängers ist nur der Header zu lesen',
  'exp-missing': 'das Token hat kein exp und läuft nie ab',
  'iat-missing': 'das Token hat kein iat, sein Alter ist nicht zu erkennen',
  'aud-missing': 'das Token hat kein aud: ein Dienst kann es bei einem anderen verwenden',
  'iss-missing': 'das Token hat kein iss: welche Schlüssel dafür sind, ist nicht zu erkennen',
  'long-lifetime':
    'das Token lebt länger als eine Stunde, und so auch der Schaden, wenn es gestohlen wird',
  'time-in-milliseconds': 'die Zeit ist in Millisekunden, Claims zählen in Sekunden',
  'large-integer':
    'hier steht eine ganze Zahl jenseits von 2^53 − 1: JavaScript rundet sie, aus zwei IDs kann eine werden; senden Sie sie als Text',
  'personal-data':
    'der Claim sieht nach persönlichen Daten aus, die jeder lesen kann, der das Token sieht',
  'card-number': 'der Claim sieht nach der Nummer einer Zahlungskarte aus, die jeder lesen kann',
  'secret-in-claim': 'der Claim sieht nach einem Geheimnis aus, das jeder lesen kann',

  'surrounding-whitespace': 'um das Token stehen Leerzeichen: übergeben Sie nur das Token',
  'whitespace-inside':
    'im Token stehen Leerzeichen, wie nach einem Zeilenumbruch: entfernen Sie sie',
  'surrounding-quotes': 'um das Token stehen Anführungszeichen: übergeben Sie nur das Token',
  'authorization-header': 'das ist ein ganzer Authorization-Header: übergeben Sie nur das Token',
  'bearer-prefix': 'der Text beginnt mit Bearer oder DPoP: übergeben Sie, was danach kommt',
  'url-parameter': 'das Token ist ein Parameter dieser Adresse: übergeben Sie nur seinen Wert',
  'cookie-pair':
    'das Token ist der Wert eines Cookies: übergeben Sie, was nach dem Gleichheitszeichen steht',
  'sd-jwt':
    'das ist ein SD-JWT (RFC 9901): signiertes Token ist nur der Teil vor dem ersten ~; Disclosures und Key-Binding-JWT dahinter werden hier nicht geprüft',
  'json-serialization':
    'das ist die JSON-Form von JWS oder JWE: ein JSON Web Token hat die kompakte, mit Punkten zwischen den Segmenten',
  'base64-padding': 'ein Segment ist mit = aufgefüllt, was JWS verbietet',
  'base64-alphabet': 'ein Segment hat + oder /: das ist base64, JWS will base64url mit - und _',
  'signature-missing':
    'es sind zwei Segmente, ein signiertes Token hat drei: wurde die Signatur abgeschnitten?',
  'algorithm-case': 'der alg unterscheidet sich nur in Groß- und Kleinschreibung, die zählt',
  'hmac-token-public-key':
    'der Header sagt HMAC mit geteiltem Geheimnis, der Schlüssel ist ein öffentlicher: er ist der falsche, oder jemand will ihn als Geheimnis ausgeben',
  'public-key-token-secret':
    'der Header sagt einen Algorithmus mit öffentlichem Schlüssel, der Schlüssel ist ein Geheimnis: nehmen Sie den öffentlichen des Ausstellers',
  'other-key-type': 'der Algorithmus des Headers braucht einen Schlüssel anderer Art oder Kurve',
  'same-key-type':
    'der Schlüssel ist von der richtigen Art, aber für einen anderen Algorithmus importiert',
  'kid-not-in-set':
    'kein Schlüssel des Satzes hat die kid des Tokens: rotiert, oder der Satz eines anderen?',
  'kid-skipped': 'der Satz hat einen Schlüssel dieser kid, der nicht zu verwenden ist',
  'kid-other-algorithm':
    'der Satz hat einen Schlüssel dieser kid, aber für einen anderen Algorithmus',
  'kid-missing': 'das Token hat keine kid, und mehrere Schlüssel des Satzes passen',
  'no-key-for-algorithm': 'kein Schlüssel des Satzes ist für den Algorithmus des Headers',
  'algorithms-needed': 'der Schlüssel sagt seinen Algorithmus nicht: nennen Sie die erlaubten',
  'empty-key-set': 'der Satz hat keinen verwendbaren Schlüssel',
  'secret-is-base64': 'das Geheimnis ist base64-kodiert: dekodiert bestätigt es dieses Token',
  'secret-is-base64url': 'das Geheimnis ist base64url-kodiert: dekodiert bestätigt es dieses Token',
  'secret-is-hex': 'das Geheimnis steht in Hexadezimalziffern: dekodiert bestätigt es dieses Token',
  'secret-whitespace':
    'das Geheimnis beginnt oder endet mit Leerraum, einem Zeilenumbruch vielleicht',
  'secret-decoded':
    'der Aussteller nimmt das Geheimnis als Text: nicht dekodiert bestätigt es dieses Token',
  'secret-looks-base64': 'das Geheimnis sieht base64-kodiert aus',
  'secret-looks-base64url': 'das Geheimnis sieht base64url-kodiert aus',
  'secret-looks-hex': 'das Geheimnis sieht nach Hexadezimalziffern aus',
  'signature-der':
    'die Signatur ist in DER, JWS will die Zahlen r und s, jede so lang wie das Feld der Kurve',
  'signature-length':
    'die Signatur hat nicht die Länge des Algorithmus: wurde das Token abgeschnitten?',
  'graph-token':
    'der Header hat ein nonce, wie Tokens für Microsoft Graph: nur Graph kann es prüfen; holen Sie eines für Ihre eigene API (scope api://…/…)',
  'exp-in-milliseconds':
    'exp ist in Millisekunden: teilen Sie dort durch 1000, wo das Token entsteht',
  'nbf-in-milliseconds':
    'nbf ist in Millisekunden: teilen Sie dort durch 1000, wo das Token entsteht',
  'iat-in-milliseconds':
    'iat ist in Millisekunden: teilen Sie dort durch 1000, wo das Token entsteht',
  'loose-type':
    'der Claim ist null, oder eine Zahl, wo ein Text hingehört; acceptLooseTypes nimmt ihn',
  'time-is-text': 'die Zeit ist ein Text, sie muss eine JSON-Zahl von Sekunden seit 1970 sein',
  'clock-skew':
    'es fehlen höchstens fünf Minuten: gehen die Uhren gleich? Die Uhrtoleranz erlaubt Abweichung',
  'differs-by-trailing-slash':
    'es unterscheidet sich nur durch einen Schrägstrich am Ende, der zählt',
  'differs-by-case': 'es unterscheidet sich nur in Groß- und Kleinschreibung, die zählt',
  'differs-by-scheme': 'es unterscheidet sich nur durch http oder https am Anfang, was zählt',
  'differs-by-whitespace': 'es unterscheidet sich nur durch Leerraum, der zählt',

  pkcs1: 'das ist PKCS#1, das wenige andere Bibliotheken lesen; als SPKI lesen es alle',
  'private-key': 'das ist ein privater Schlüssel: zum Prüfen genügt der öffentliche',
  'certificate-not-validated':
    'das ist ein Zertifikat: sein Schlüssel wird genommen, sonst nichts geprüft',
  'jwk-set': 'das ist ein JWK Set: die kid des Tokens wählt daraus',
  'algorithm-needed': 'der Schlüssel sagt nicht, für welchen Algorithmus er ist',
  'pem-lines-missing': 'das ist base64 eines Schlüssels in DER: die Zeilen BEGIN und END fehlen',
  'key-as-secret': 'das ist ein Schlüssel und kein geteiltes Geheimnis',
  'secret-as-key':
    'das sieht nach einem Geheimnis aus, der Algorithmus braucht einen öffentlichen Schlüssel',
  'encoding-needed': 'bei einem Geheimnis als Text ist zu sagen, wie es kodiert ist',
};
