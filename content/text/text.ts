/** A sentence with `{value}` places, or one for each plural form of `values.count`. */
export type Sentence = string | { readonly zero?: string; readonly one: string; readonly other: string };
export type Values = Readonly<Record<string, string | number | Date>>;
/** Looks a sentence up by its key and fills in its values. `{at|time}` and `{at|date}` format a Date in `zone`. */
export type Text<Key extends string> = (key: Key, values?: Values) => string;

const PLACE = /\{(\w+)(?:\|(time|date))?\}/g;

/**
 * One language's texts. Values are put in as they are and never read as a sentence, so what people wrote stays data.
 * @throws RangeError for a place without a value
 */
export function createText<Key extends string>(locale: string, texts: Record<Key, Sentence>, zone?: string): Text<Key> {
  // Made when they are first needed: the bot has four of these texts, and a start does not wait for their formats.
  let made: ReturnType<typeof formatsOf> | undefined;
  const formats = (): ReturnType<typeof formatsOf> => (made ??= formatsOf(locale, zone));
  const format = (value: Values[string], form: 'time' | 'date' = 'time'): string => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? formats().number.format(value) : formats()[form].format(value);
  };
  const sentence = (entry: Sentence, count: unknown): string => {
    if (typeof entry === 'string') return entry;
    if (count === 0 && entry.zero !== undefined) return entry.zero;
    return typeof count === 'number' && formats().plural.select(count) === 'one' ? entry.one : entry.other;
  };
  return (key, values = {}) => {
    const found = sentence(texts[key], values['count']);
    if (!found.includes('{')) return found;
    return found.replace(PLACE, (_, name: string, form?: 'time' | 'date') => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`${key} has no value for {${name}}`);
      return format(value, form);
    });
  };
}

const formatsOf = (locale: string, zone: string | undefined) => ({
  plural: new Intl.PluralRules(locale),
  number: new Intl.NumberFormat(locale),
  time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }),
  date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: zone }),
});
