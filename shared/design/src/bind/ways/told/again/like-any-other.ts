/** Whether a sentence refuses what it is about as it would anybody: `finds nothing to change and gets a 410 like everybody else`. */
export const isRefusedLikeAnyOther = (sentence: string): boolean =>
  /(?<!\d)4(?:09|10|04|22)(?!\d)/.test(sentence) && likeAnyOther.test(sentence) && !/(?<!\d)20\d(?!\d)/.test(sentence);

const likeAnyOther =
  /(?<!\p{L})(?:(?:like|as) (?:everybody|everyone|anybody|anyone|any other|all (?:the )?others?)|finds? (?:nothing|no (?:row|seat|hold))|wie (?:jede\p{L}? ander\p{L}{0,2}|alle anderen)|findet (?:nichts|keine\p{L}?)|como (?:cualquier otr[oa]|tod[oa]s|los demás)|no encuentra nada|comme (?:tout le monde|les autres|n['’]importe)|ne trouve (?:rien|plus rien)|como (?:qualquer outr[oa]|tod[oa]s)|não encontra nada|come (?:tutti|chiunque|ogni altr[oa])|non trova (?:nulla|niente|più nulla)|zoals (?:iedereen|ieder ander\p{L}?|elke andere)|vindt niets|jak (?:każd\p{L}{1,3}(?: inn\p{L})?|wszyscy)|nic nie znajduje)(?!\p{L})/iu;
