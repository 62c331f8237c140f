import type { Availability } from '../deps.ts';

type Question = Parameters<Availability['find']>[0];

/** Questions of URLs that were found valid, so that a popular page is not parsed each time. */
export type KnownQuestions = {
  find(url: string): Question | undefined;
  keep(url: string, question: Question): void;
};

const most = 10_000;

export const createKnownQuestions = (): KnownQuestions => {
  const questions = new Map<string, Question>();
  return {
    find: (url) => questions.get(url),
    keep: (url, question) => {
      if (questions.size >= most) questions.clear();
      questions.set(url, question);
    },
  };
};
