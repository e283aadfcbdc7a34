/** One Pi of the fleet. */
export interface DeviceTable {
  /** The public id that stands in its topics, such as `pi-07`. */
  id: string;
  name: string;
  /** The number on its label; unique. */
  number: number;
  /** See `hashSecret`. */
  secret_hash: string;
  /** The school it belongs to; null while it is the association's own. */
  school_id: string | null;
  /** JSON of the wiring it should have. */
  desired_wiring: string;
  /** Grows by one with each change of what is desired. */
  desired_version: number;
  /** JSON of its last report that told something new about itself; null before the first. */
  reported: string | null;
  /** ms since 1970. */
  last_seen_at: number | null;
  /** ms since 1970. */
  created_at: number;
}

/** The tables of the fleet; a type, because Kysely's `withTables` wants one. */
export type FleetTables = {
  device: DeviceTable;
};
