/** Whether a sentence only weighs what might be done. */
export const isWeighed = (sentence: string): boolean => weighed.test(sentence);

const weighed =
  /(?<!\p{L})(?:would|could|might|considered|alternativ\w*|overkill|unless|no need|not need\w*|unnecessary|too (?:slow|expensive|much)|wäre|würde|könnte|verworfen|unnötig|sería|podría|serait|pourrait|sarebbe|potrebbe|seria|poderia|zou|byłoby|skulle)(?!\p{L})/iu;

/** Words that say of a sentence that it is about each of several. */
export const eachOf =
  /(?<!\p{L})(?:every\w*|all|each|any|both|always|throughout|default\w*|globally|alle[nrs]?|jede\w*|beide\w*|immer|überall|tod[ao]s?|cada|amb[ao]s|siempre|sempre|tou(?:te)?s|chaque|toujours|partout|les deux|tutt[ei]|ogni|entramb[ei]|elke|altijd|każd\p{L}*|wszystk\p{L}*|obie|oba|zawsze|alla|varje|båda|alltid|tüm|bütün|her|toate|fiecare|ambele|setiap|semua|kedua\w*|selalu|кажд\p{L}*|вс[еіх]\p{L}?|об[аеи]\p{L}?|всегда|кожн\p{L}*|усі|завжди)(?!\p{L})/iu;

/** What endpoints do, of all of which something may be said at once. */
export const doings =
  /(?<!\p{L})(?:transactions|writes|schreib(?:vorg|zugriff|operation)\p{L}*|escrituras|escritas|écritures|scritture|opera(?:tion|cion|ção|çõe|zion)\p{L}*|schrijf\p{L}*|zapis\p{L}{0,3}|skrivningar|write paths|endpoints|mutations|handlers|transaktionen|transacciones|transações|transazioni|transacties|transakcje|transaktioner|işlemler|транзакци[ияй]|транзакції|tranzacțiile|transaksi)(?!\p{L})/iu;
