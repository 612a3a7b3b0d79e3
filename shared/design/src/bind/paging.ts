import { plain } from "./names.ts";

/** How many rows are asked for; a page's number is no number of rows. */
export const isLimit = (name: string): boolean =>
  /^(?:limit|pagesize|perpage|size|count|first|take|top)$/.test(plain(name));

/** Behind which row a list goes on. */
export const isCursor = (name: string): boolean =>
  /^(?:cursor|after|before|next|pagetoken|startingafter|startafter|lastid|antesde)$/.test(plain(name));

/** Which part of a list is asked for, rather than which rows. */
export const isPaging = (name: string): boolean =>
  isLimit(name) || isCursor(name) || /^(?:page|offset|skip|sort|order|orderby|sortby)$/.test(plain(name));
