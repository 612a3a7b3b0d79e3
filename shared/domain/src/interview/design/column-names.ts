/** Names of a time after which something no longer holds, in the languages that people name columns in. */
export const endNames = /expir|ttl|valid_?(?:until|to)|until$|hasta$|bis$|ablauf/i;

/** Names of what a repeated request is known by. */
export const keyNames = /idem|request_?(?:id|key)|dedup/i;
