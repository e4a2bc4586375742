import { describe, expect, it } from '@jest/globals';
import {
  judgeDeadlines,
  judgeGaugeCheck,
  judgeLetters,
  judgeMailServer,
  judgeRelay,
  judgeTemporal,
  judgeWorker,
  worstOf,
} from '../../../rules/health/judge.ts';

const alive = { ageSeconds: 4, temporal: 'ok', mail: 'ok' } as const;
const silent = { ...alive, ageSeconds: 600 };

describe('how the house is', () => {
  it('hears a worker, misses it, gives it up', () => {
    expect(judgeWorker(alive)).toBe('good');
    expect(judgeWorker({ ...alive, ageSeconds: 60 })).toBe('look');
    expect(judgeWorker(silent)).toBe('broken');
    expect(judgeWorker(null)).toBe('broken');
  });

  it('believes a living worker about Temporal and the mail server, never a silent one', () => {
    expect(judgeTemporal('ok', alive)).toBe('good');
    expect(judgeTemporal('ok', { ...alive, temporal: 'unreachable' })).toBe('look');
    expect(judgeTemporal('ok', silent)).toBe('look');
    expect(judgeTemporal('unreachable', alive)).toBe('broken');
    expect(judgeMailServer(alive)).toBe('good');
    expect(judgeMailServer({ ...alive, mail: 'unreachable' })).toBe('broken');
    expect(judgeMailServer(silent)).toBe('look');
    expect(judgeMailServer(null)).toBe('look');
  });

  it('lets nothing wait unseen', () => {
    expect([0, 59, 300, 3_000].map(judgeRelay)).toEqual(['good', 'good', 'look', 'broken']);
    expect(judgeLetters({ oldestSeconds: 10, failed: 0 })).toBe('good');
    expect(judgeLetters({ oldestSeconds: 10, failed: 1 })).toBe('look');
    expect(judgeLetters({ oldestSeconds: 7_200, failed: 0 })).toBe('broken');
    expect(judgeDeadlines({ lateSeconds: -500 })).toBe('good');
    expect(judgeDeadlines({ lateSeconds: 900 })).toBe('look');
    expect(judgeDeadlines({ lateSeconds: 9_000 })).toBe('broken');
  });

  it('trusts counters that were recounted lately and without a difference', () => {
    expect(judgeGaugeCheck(null)).toBe('look');
    expect(judgeGaugeCheck({ ageSeconds: 60, drift: 0 })).toBe('good');
    expect(judgeGaugeCheck({ ageSeconds: 86_400, drift: 0 })).toBe('look');
    expect(judgeGaugeCheck({ ageSeconds: 60, drift: 1 })).toBe('broken');
  });

  it('is as good as its worst part', () => {
    expect(worstOf(['good', 'look', 'good'])).toBe('look');
    expect(worstOf(['look', 'broken'])).toBe('broken');
    expect(worstOf([])).toBe('good');
  });
});
