import { describe, expect, it } from 'vitest';
import { loadTexts } from '../app/texts.ts';
import { anAnswer, anItem, aView, aViewOf, at } from '../testing/views.ts';
import { newsOf } from './news.ts';

const text = await loadTexts('da');
const open = aViewOf({});

describe('newsOf', () => {
  it('tells a question that is put', () => {
    const news = newsOf(aView({ item: anItem() }), open, text);
    expect(news).toEqual({
      pace: 'atOnce',
      sentence: text('news.put', { question: 'Hvordan kan vi lokalt styrke den gode velkomst?' }),
    });
  });

  it('tells that it is closed, and how many answers there are', () => {
    const closed = aViewOf({ status: 'closed', closedAt: at('10:40'), answers: [anAnswer()] });
    expect(newsOf(open, closed, text)).toEqual({ pace: 'atOnce', sentence: text('answers.closed', { count: 1 }) });
  });

  it('tells how many answers there are, not each', () => {
    const answers = [anAnswer(), anAnswer({ id: 't2' })];
    expect(newsOf(open, aViewOf({ answers }), text)).toEqual({ pace: 'soon', sentence: text('answers', { count: 2 }) });
  });

  it('tells that the item is over', () => {
    const ended = aViewOf({ status: 'closed', closedAt: at('10:40') }, { status: 'ended', endedAt: at('10:40') });
    expect(newsOf(open, ended, text)).toEqual({ pace: 'atOnce', sentence: text('news.ended') });
  });

  it('is silent about an edit, and about an answer that was taken back', () => {
    const edited = aViewOf({ answers: [anAnswer({ edited: true })] });
    expect(newsOf(aViewOf({ answers: [anAnswer()] }), edited, text)).toBeUndefined();
    expect(newsOf(edited, open, text)).toBeUndefined();
  });
});
