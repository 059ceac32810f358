/** Der Rundgang durch die Angriffe. */
import type { Strings } from '../en.js';

export const tour: Strings['tour'] = {
  step: (step, count) => `Rundgang durch die Angriffe, ${step} von ${count}`,
  next: 'Weiter',
  previous: 'Zurück',
  end: 'Rundgang beenden',
  look: 'Worauf zu achten ist',
  attacks: {
    genuine: {
      title: 'Das echte Token',
      text: 'Vor den Angriffen: ein Token, wie es der Aussteller signiert hat. Die API hat den öffentlichen Schlüssel und erwartet diesen Aussteller und diesen Empfänger.',
      look: 'Alle Prüfungen sind bestanden. Beobachten Sie das Urteil, während sich das Token ändert.',
    },
    none: {
      title: 'alg: none',
      text: 'Der Angreifer schreibt die Claims, setzt den Algorithmus auf „none“ und lässt die Signatur leer. Bibliotheken, die das Token den Algorithmus bestimmen ließen, haben es akzeptiert.',
      look: 'Der Algorithmus wird abgelehnt, bevor irgendetwas anderes geprüft wird. „none“ wird gar nicht unterstützt.',
    },
    confusion: {
      title: 'Verwechselte Algorithmen',
      text: 'Der Angreifer nimmt den Text des öffentlichen Schlüssels als HMAC-Geheimnis, signiert damit und schreibt HS256. Eine Prüfung, die das Token den Algorithmus wählen lässt, akzeptiert es.',
      look: 'Der Schlüssel wurde beim Import an ES256 gebunden. HS256 wird gar nicht erst versucht.',
    },
    tampered: {
      title: 'Eine geänderte Nutzlast',
      text: 'Ein echtes Token, in dem role auf admin geändert ist, mit der alten Signatur.',
      look: 'Die Signatur passt nicht zu diesen Bytes.',
    },
    stripped: {
      title: 'Die Signatur abgeschnitten',
      text: 'Die Signatur fehlt samt dem Punkt davor. Manche Decoder lesen ein solches Token klaglos.',
      look: 'Das Format wird abgelehnt. Was lesbar ist, wird trotzdem gezeigt, ungeprüft.',
    },
    ownKey: {
      title: 'Der eigene Schlüssel des Angreifers',
      text: 'Der Angreifer signiert mit einem eigenen Schlüssel und legt ihn in den Header (jwk). Eine Prüfung, die diesen Schlüssel nimmt, akzeptiert alles.',
      look: 'Der Schlüssel im Header wird gezeigt, aber ihm wird nie vertraut. Die Signatur passt nicht zu Ihrem Schlüssel.',
    },
    expired: {
      title: 'Ein altes Token',
      text: 'Ein echtes Token, aus einem alten Protokoll kopiert.',
      look: 'Es ist abgelaufen. Stellen Sie die Zeit zurück: Damals war es gültig.',
    },
    otherAudience: {
      title: 'Ein Token für jemand anderen',
      text: 'Ein echtes Token vom richtigen Aussteller, aber für eine andere API. Deren Betreiber könnte es hier verwenden.',
      look: 'Der Empfänger ist ein anderer. Eine API, die aud nicht prüft, akzeptiert es.',
    },
    duplicate: {
      title: 'Ein Feld zweimal',
      text: 'Ein signiertes Token, in dem role zweimal vorkommt, als admin und als user. Zwei Parser lesen womöglich zwei verschiedene Tokens.',
      look: 'In striktem JSON kommt jeder Name einmal vor. Die Nutzlast wird abgelehnt.',
    },
    kid: {
      title: 'Ein Pfad als Schlüsselkennung',
      text: 'kid ist ../../../dev/null. Code, der eine Datei dieses Namens öffnet, prüft mit einem leeren Schlüssel.',
      look: 'Eine kid ist nur ein Name, der im Schlüsselsatz gesucht wird. Dort gibt es ihn nicht.',
    },
    weakSecret: {
      title: 'Ein Geheimnis aus der Dokumentation',
      text: 'HS256 mit „your-256-bit-secret“. Wer bekannte Geheimnisse durchprobiert, kann Tokens signieren.',
      look: 'Der Schlüssel ist zu kurz und öffentlich bekannt. Dienste weigern sich, ihn zu importieren.',
    },
  },
};
