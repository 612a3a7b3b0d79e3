/** That a hold has become a sale, in the languages in which designs are written here; the beginnings of words. */
export const sold =
  "confirm|conferm|book|sold|sale|paid|purchas|complet|convert|bestätigt|bestaetigt|gebucht|verkauft|bezahlt|vend[iu]d|vendu|vendut|pagad|pagat|pag[oa]|payée?|reserved|réservée|comprad|achet|acquist|prenot|bevestigd|geboekt|verkocht|betaald|potwierdz|sprzedan|opłac|bekräft|bokad|såld|onay|satıl|подтвержд|оплач|продан";
