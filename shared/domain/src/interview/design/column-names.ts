/** Names of a time after which something no longer holds, in the languages that people name columns in. */
export const endNames =
  /expir|ttl(?!e|ing)|valid_?to|until$|till$|(?:^|_)ends?_?(?:at|on)?$|end_?time|deadline|delete_?(?:at|after)|hasta$|bis$|ablauf|vence|caduc|scad|jusqu|geldig_?tot|verloopt/i;

/** Names of what a repeated request is known by. */
export const keyNames = /idem|request_?(?:id|key)|dedup/i;
