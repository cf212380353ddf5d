import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../../src/core/seal/manifest-fields.ts';

describe('a day of the calendar', () => {
  it('is every day that there is', () => {
    const day = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  it.each([
    '2024-01-31',
    '2024-03-31',
    '2024-04-30',
    '2024-06-30',
    '2024-09-30',
    '2024-11-30',
    '2023-02-28',
    '2024-02-29',
    '2000-02-29',
    '2024-12-31',
  ])('is the last of a month: %s', (day) => expect(isDay(day)).toBe(true));

  it.each([
    '2024-01-32',
    '2024-04-31',
    '2024-06-31',
    '2024-09-31',
    '2024-11-31',
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-00-10',
    '2024-13-10',
    '2024-10-00',
    '',
    '2024-1-1',
    '24-01-01',
    '02024-01-01',
    '2024-01-011',
    ' 2024-01-01',
    '2024-01-01T00:00',
    '2024/01/01',
    '٢٠٢٤-٠١-٠١',
  ])('is not %j', (day) => expect(isDay(day)).toBe(false));
});
