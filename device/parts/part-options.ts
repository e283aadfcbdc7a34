/** Settings of a wired part beside its pins, as its definition's `options` has read them. */
export type PartOptions = Readonly<Record<string, number | string | boolean>>;
