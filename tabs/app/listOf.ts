/** Names or things as one says them after each other, in a language (`A, B og C`). What is in them stays as it is. */
export const listOf = (parts: readonly string[], language: string): string =>
  new Intl.ListFormat(language).format(parts);
