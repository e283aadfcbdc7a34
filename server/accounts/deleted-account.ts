/** In the place of a person whose account was deleted; the same for all of them, so that it leads to nobody. */
export const deletedAccount = 'deleted-account';
