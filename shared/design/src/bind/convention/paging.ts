import { plain } from "../names.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const limits = set(
  "limit pagesize perpage size count first take top maxresults maxitems limite limiet limiit anzahl antall antal aantal cantidad quantidade quantita tamanho tamano taille parpage porpagina perpagina proseite",
);
const cursors = set(
  "cursor after before next pagetoken startingafter startafter lastid antesde kursor curseur cursore apres despues despuesde depois depoisde dopo nach etter efter suivant siguiente proximo neste nasta weiter volgende vanaf avant antes prima voor innan",
);
const others = set("page offset skip sort order orderby sortby seite pagina");

/** How many rows are asked for; a page's number is no number of rows. */
export const isLimit = (name: string): boolean => limits.has(plain(name));

/** Behind which row a list goes on. */
export const isCursor = (name: string): boolean => cursors.has(plain(name));

/** Which part of a list is asked for, rather than which rows. */
export const isPaging = (name: string): boolean => isLimit(name) || isCursor(name) || others.has(plain(name));
