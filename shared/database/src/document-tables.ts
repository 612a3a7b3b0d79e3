// The tables of documents (migration 0002).
export interface DocumentTables {}
