/** Facts about the data folder itself: `kind` is the only key so far. */
export interface MetaTable {
  key: string;
  value: string;
}

/** The tables that belong to no domain. */
export interface StorageTables {
  meta: MetaTable;
}
