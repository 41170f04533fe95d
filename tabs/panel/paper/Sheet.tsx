import type { PlannedView } from '../../api/views.ts';
import { DOT } from '../../app/dot.ts';
import type { PlanText } from '../plan/usePlanText.ts';
import type { PaperItem } from './PaperItem.ts';

/** What is written by hand on screen or, where it stays empty, on paper. */
export interface Where {
  readonly until: string;
  readonly handIn: string;
}

interface Props {
  readonly item: PaperItem;
  /** The committee's name. */
  readonly committee: string;
  readonly question: PlannedView;
  /** *Vores fælles retning*, a text a paragraph; empty for a question of the committee's own. */
  readonly direction: readonly string[];
  readonly where: Where;
  /** Whether it has a thread in the channel, where answers to it are kept. */
  readonly isInChannel: boolean;
  readonly text: PlanText;
}

/** Characters on a sheet, and in a question, from which both are set smaller: a question goes on one page. */
const CROWDED = 1_700;
const LONG = 280;
/** To write on: more than a sheet has room for, which are cut away. */
const LINES = Array.from({ length: 28 }, (_, line) => line);

/** One A4 page: the question, the direction, where to answer, and room for an answer. */
export function Sheet({ item, committee, question, direction, text, ...of }: Props) {
  const { angle, points, theme } = question;
  return (
    <article className={isCrowded(question, direction) ? 'med-sheet med-crowded' : 'med-sheet'}>
      <About committee={committee} item={item} theme={theme} text={text} />
      {angle !== undefined && (
        <p className="med-angle">
          <span className="med-label">{text('picker.adapt')}:</span> {angle}
        </p>
      )}
      <h1 lang={theme?.language}>{question.text}</h1>
      {points.length > 0 && (
        <ul className="med-points" lang={theme?.language}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {direction.length > 0 && (
        <div className="med-direction">
          <h2>{text('theme.direction')}</h2>
          {direction.map((paragraph) => (
            <p key={paragraph} lang={theme?.language}>
              {paragraph}
            </p>
          ))}
        </div>
      )}
      <WhereToAnswer item={item} committee={committee} text={text} {...of} />
      <div className="med-answer">
        <h2>{text('paper.answer')}</h2>
        <div className="med-lines">
          {LINES.map((line) => (
            <div key={line} />
          ))}
        </div>
      </div>
    </article>
  );
}

interface AboutProps extends Pick<Props, 'committee' | 'item' | 'text'> {
  readonly theme: PlannedView['theme'];
}

/** An item that is called what its theme is called says it once. */
function About({ committee, item: { title }, theme, text }: AboutProps) {
  const about = theme?.title === title ? committee : text('paper.about', { committee, title });
  if (theme === undefined) return <p className="med-about">{about}</p>;
  const { number, title: called, language } = theme;
  return (
    <p className="med-about">
      {about}
      {DOT}
      <span lang={language}>{text('theme', { number, title: called })}</span>
    </p>
  );
}

function isCrowded({ text, angle = '', points }: PlannedView, direction: readonly string[]): boolean {
  const all = [text, angle, ...points, ...direction].join('').length;
  return text.length > LONG || all > CROWDED;
}

type WhereProps = Pick<Props, 'item' | 'committee' | 'where' | 'isInChannel' | 'text'>;

function WhereToAnswer({ item, committee, where, isInChannel, text }: WhereProps) {
  return (
    <div className="med-where">
      <h2>{text('paper.where')}</h2>
      <ul>
        <li>{personIn(item, text)}</li>
        <li>
          {text('paper.here')} <Written words={where.handIn} />
        </li>
        {isInChannel && <li>{text('paper.channel', { committee })}</li>}
      </ul>
      <p>
        {text('paper.latest')} <Written words={where.until} />
      </p>
      <p>
        {text('paper.read')} {text('answer.noNames')}
      </p>
    </div>
  );
}

function personIn({ lead, scribe }: PaperItem, text: PlanText): string {
  if (lead === undefined) return text('paper.person');
  return scribe === undefined ? text('paper.lead', { lead }) : text('paper.leadAndScribe', { lead, scribe });
}

const Written = ({ words }: { readonly words: string }) =>
  words.trim() === '' ? <span className="med-blank">&nbsp;</span> : <strong>{words.trim()}</strong>;
