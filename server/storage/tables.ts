/** Facts about the data folder itself: `kind` (`demo` or `real`) and `auth-secret`. */
export interface MetaTable {
  key: string;
  value: string;
}

/** The tables that belong to no domain. */
export interface StorageTables {
  meta: MetaTable;
}
