import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { cellText, dayText, figureText, moneyText, ratioText, shareText } from './format.ts'

test('dates are written out in each language', () => {
  expect(dayText(day('2021-09-30'), 'zh')).toBe('2021年9月30日')
  expect(dayText(day('2021-09-30'), 'en')).toBe('30 Sept 2021')
})

test('money takes the unit its size asks for', () => {
  expect(moneyText(132_950_000, 'zh')).toBe('1.33 亿元')
  expect(moneyText(3_671_000, 'zh')).toBe('367 万元')
  expect(moneyText(8600, 'zh')).toBe('8,600 元')
  expect(moneyText(-132_950_000, 'en')).toBe('−¥133.0 m')
  expect(moneyText(8600, 'en')).toBe('¥8,600')
})

test('ratios have no decimal and shares have one', () => {
  expect(ratioText(32.0026, 'zh')).toBe('32∶1')
  expect(ratioText(32.0026, 'en')).toBe('32:1')
  expect(shareText(13)).toBe('13.0%')
})

test('a figure carries the measure word of its unit', () => {
  expect(figureText(1234, 'posts', 'zh')).toEqual({ value: '1,234', suffix: '名' })
  expect(figureText(14, 'workingDays', 'en')).toEqual({ value: '14', suffix: 'working days' })
})

test('a column of money has one unit, a sentence the unit that reads best', () => {
  expect(cellText(132_950_000, 'yuan', 'zh')).toEqual({ value: '13,295', suffix: '万元' })
  expect(cellText(8600, 'yuan', 'zh')).toEqual({ value: '8,600', suffix: '元' })
  expect(cellText(132_950_000, 'yuan', 'en')).toEqual({ value: '¥133.0 m', suffix: '' })
  expect(cellText(22, 'units', 'zh')).toEqual({ value: '22', suffix: '个' })
})
