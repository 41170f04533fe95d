import { Breakable } from './Breakable.tsx';

interface Props {
  /** What is read, in the page's language but for one part. */
  readonly words: string;
  readonly part: string;
  /** Of that part; where it is not known nothing is marked. */
  readonly lang: string | undefined;
}

/** A sentence of ours with something of the dialogue material in it: a screen reader reads each in its own language. */
export function Marked({ words, part, lang }: Props) {
  const from = part === '' ? -1 : words.indexOf(part);
  if (lang === undefined || from === -1) return <Breakable>{words}</Breakable>;
  return (
    <>
      {words.slice(0, from)}
      <span lang={lang}>
        <Breakable>{part}</Breakable>
      </span>
      {words.slice(from + part.length)}
    </>
  );
}
