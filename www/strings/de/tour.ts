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
      text: 'Vor den Angriffen: ein Token, wie der Aussteller es signiert hat. Die API hat den öffentlichen Schlüssel und erwartet diesen Aussteller und diesen Empfänger.',
      look: 'Alles wird bestanden. Behalten Sie das Urteil im Auge, während sich das Token ändert.',
    },
    none: {
      title: 'alg: none',
      text: 'Der Angreifer schreibt die Claims, nennt den Algorithmus „none“ und lässt die Signatur leer. Bibliotheken, die das Token fragten, was zu tun sei, haben es geglaubt.',
      look: 'Der Algorithmus wird vor allem anderen abgelehnt. „none“ gibt es hier nicht.',
    },
    confusion: {
      title: 'Verwechselte Algorithmen',
      text: 'Der öffentliche Schlüssel ist öffentlich. Der Angreifer nimmt seinen Text als HMAC-Geheimnis, signiert damit und schreibt HS256. Wer Schlüssel und Algorithmus trennt, rechnet dasselbe aus.',
      look: 'Der Schlüssel ist seit dem Import an ES256 gebunden. HS256 wird gar nicht versucht.',
    },
    tampered: {
      title: 'Eine geänderte Nutzlast',
      text: 'Ein echtes Token, die Rolle auf admin geändert, die Signatur von vorher.',
      look: 'Die Signatur gehört nicht zu diesen Bytes.',
    },
    stripped: {
      title: 'Die Signatur abgeschnitten',
      text: 'Die Signatur ist weg, mit ihrem Punkt. Manche Decoder lesen ein solches Token ohne ein Wort.',
      look: 'Die Form wird abgelehnt. Was zu lesen ist, wird trotzdem gezeigt, ungeprüft.',
    },
    ownKey: {
      title: 'Ein eigener Schlüssel des Angreifers',
      text: 'Der Angreifer signiert mit seinem eigenen Schlüssel und legt ihn in den Header (jwk). Wer ihn von dort nimmt, bestätigt alles.',
      look: 'Der Schlüssel im Header wird gezeigt, aber nie vertraut; die Signatur ist nicht die Ihres Schlüssels.',
    },
    expired: {
      title: 'Ein altes Token',
      text: 'Echt, und aus einem Protokoll von vor einer Stunde gestohlen.',
      look: 'Es ist abgelaufen. Stellen Sie die Zeit zurück: damals wäre es gültig gewesen.',
    },
    otherAudience: {
      title: 'Ein Token für jemand anderen',
      text: 'Echt, vom richtigen Aussteller, für eine andere API. Wer jene betreibt, könnte es hier verwenden.',
      look: 'Der Empfänger ist ein anderer. Eine API, die nicht auf aud schaut, lässt es ein.',
    },
    duplicate: {
      title: 'Ein Feld zweimal',
      text: 'Signiert, mit role einmal als admin und einmal als user. Zwei Parser lesen womöglich zwei verschiedene Tokens.',
      look: 'Striktes JSON hat jeden Namen einmal. Die Nutzlast wird abgelehnt.',
    },
    kid: {
      title: 'Ein Pfad als Schlüsselname',
      text: 'kid sagt ../../../dev/null. Wer eine Datei dieses Namens öffnet, prüft mit einem leeren Schlüssel.',
      look: 'Eine kid ist ein Name, der nur im Satz gesucht wird. Dort steht er nicht.',
    },
    weakSecret: {
      title: 'Ein Geheimnis aus der Dokumentation',
      text: 'HS256 mit „your-256-bit-secret“. Wer bekannte Geheimnisse durchprobiert, kann signieren, was er will.',
      look: 'Der Schlüssel ist zu kurz und allen bekannt. Dienste weigern sich, ihn zu importieren.',
    },
  },
};
