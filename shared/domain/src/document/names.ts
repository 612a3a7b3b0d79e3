/** The three documents of a room, in the order in which they are shown. Without schemas, for the first page. */
export const documentNames = ["schema", "api", "design"] as const;
