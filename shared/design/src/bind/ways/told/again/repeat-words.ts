/** That something comes a second time, in the languages in which designs are written here. */
export const again =
  /(?<![\p{L}_])(?:again|one after (?:the other|another)|repeat\w*|repetition\w*|retr(?:y|ies|ied|ying)|twice|2nd|second (?:time|call|request|confirm\w*|attempt|reply|answer|response|send|submi\w*)|replay\w*|duplicates?|double[- ]?(?:click|submit)\w*|twin|wiederhol\w*|nochmals?|erneut\w*|zweimal|doppelt\w*|otra vez|dos veces|reintent\w*|repet[eéií]\p{L}*|repit\w*|de nuevo|de novo|duas vezes|à nouveau|deux fois|rejou\w*|rép[éè]t\w*|di nuovo|due volte|ripet\w*|opnieuw|herha(?:al|l)\w*|ponown\p{L}*|powt[aó]r\p{L}*|igen|upprepad\p{L}*|tekrar\p{L}*|yeniden|повтор\p{L}*|снова|ещё раз|مرتين|مرة (?:أخرى|ثانية)|إعادة|تكرار\p{L}*|(?:الطلب|المرة) الثاني\p{L}?)(?![\p{L}])/iu;

/** That a hold has become a sale, in the languages in which designs are written here; the beginnings of words. */
export const sold =
  "confirm|conferm|book|sold|sale|paid|purchas|complet|convert|bestätigt|bestaetigt|gebucht|verkauft|bezahlt|vend[iu]d|vendu|vendut|pagad|pagat|pag[oa]|payée?|reserved|réservée|comprad|achet|acquist|prenot|bevestigd|geboekt|verkocht|betaald|potwierdz|sprzedan|opłac|bekräft|bokad|såld|onay|satıl|подтвержд|оплач|продан";
