import { msg } from '@lit/localize';

/** Who did something, in the page's language: the server knows deleted accounts by one id, and their German name. */
export function personName({ id, name }: { readonly id: string; readonly name: string }): string {
  return id === 'deleted-account' ? msg('gelöschtes Konto') : name;
}
