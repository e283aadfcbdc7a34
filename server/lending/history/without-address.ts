import type { Problem } from '../../../device/contract/problem.ts';

/** A problem's sentences for the history, which keeps nobody's address. */
export function withoutAddress({ message }: Problem, address: string): Problem['message'] {
  if (address === '') return message;
  const cut = (text: string) => text.replaceAll(` ${address}`, '').replaceAll(address, '…');
  return { de: cut(message.de), en: cut(message.en) };
}
