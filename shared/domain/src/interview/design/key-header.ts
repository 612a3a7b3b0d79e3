/** Names of headers by which a request says that it is one sent before. */
export const keyHeader = /idempot|request-?id/i;
