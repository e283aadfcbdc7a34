/** What stands in the place of a history's text that was erased; the database lets a row become this and nothing else. */
export const erasedText = '{"de":"Text gelöscht","en":"Text deleted","erased":true}';
