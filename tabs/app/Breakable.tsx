import { Fragment } from 'react';

/** Two words with a slash between them, where no browser goes on to a next line. Between figures it may stay so. */
const AFTER_SLASH = /(?<=\p{L}\/)(?=\p{L})/u;

/** Words that can go on to a next line after a slash: where they are long, one of them is not cut in the middle. */
export function Breakable({ children }: { readonly children: string }) {
  return children.split(AFTER_SLASH).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
