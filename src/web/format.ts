import type { Day } from '../kernel/day.ts'
import { rounded } from '../kernel/ratio.ts'
import { type Language, number } from '../kernel/text.ts'
import type { Unit } from '../ledger/figure.ts'

/** Numbers, money and dates as an official would write them in either language. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** 2021年9月30日 / 30 Sept 2021. */
export const dayText = (on: Day, language: Language): string => {
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`
}

/** The minute of an instant in Beijing, as tables write it: 2020-12-01 09:30. What is no instant stays as it is. */
export const minuteText = (instant: string): string => {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  return new Date(at + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}

/** In sentences: 1.33 亿元, 367 万元, 8,600 元 / ¥133.0 m, ¥8,600. */
export const moneyText = (yuan: number, language: Language): string => {
  const size = Math.abs(yuan)
  const sign = yuan < 0 ? '−' : ''
  if (language === 'en')
    return size >= 1e6 ? `${sign}¥${fixed(size / 1e6, 1)} m` : `${sign}¥${number(Math.round(size))}`
  if (size >= 1e8) return `${sign}${fixed(size / 1e8, 2)} 亿元`
  if (size >= 1e4) return `${sign}${number(Math.round(size / 1e4))} 万元`
  return `${sign}${number(Math.round(size))} 元`
}

/** In Chinese tables all money is in 万元, so that one column has one unit: 13,304 万元; under 1 万 in 元. */
export const tableMoney = (yuan: number, language: Language): { value: string; suffix: string } => {
  if (language === 'en') return { value: moneyText(yuan, language), suffix: '' }
  const isSmall = Math.abs(yuan) < 1e4
  return { value: number(Math.round(isSmall ? yuan : yuan / 1e4)), suffix: isSmall ? '元' : '万元' }
}

const fixed = (value: number, decimals: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  )

/** The sign is always shown and a minus is a minus: −14, +3. */
export const changeText = (change: number): string => (change > 0 ? `+${number(change)}` : number(change))

/** One decimal, no space: 13.0%. */
export const shareText = (percent: number): string =>
  `${percent < 0 ? '−' : ''}${fixed(Math.abs(percent), 1)}%`

/** 32∶1 / 32:1, never a decimal. */
export const ratioText = (value: number, language: Language): string =>
  `${number(rounded(value, 0))}${language === 'zh' ? '∶' : ':'}1`

const measureWords: Readonly<Record<Unit, readonly [zh: string, en: string]>> = {
  people: ['人', 'people'],
  units: ['个', 'units'],
  posts: ['名', 'posts'],
  duties: ['项', 'duties'],
  km2: ['平方公里', 'km²'],
  m2: ['平方米', 'm²'],
  workingDays: ['个工作日', 'working days'],
  times: ['', ''],
  yuan: ['元', '¥'],
  percent: ['%', '%'],
  ratio: ['', ''],
}

/** A figure of the ledger in its own unit, with the measure word as a separate suffix; money as in a sentence. */
export const figureText = (
  value: number,
  unit: Unit,
  language: Language,
): { value: string; suffix: string } => {
  if (unit === 'ratio') return { value: ratioText(value, language), suffix: '' }
  if (unit === 'percent') return { value: shareText(value), suffix: '' }
  if (unit === 'yuan') return { value: moneyText(value, language), suffix: '' }
  const [zh, en] = measureWords[unit]
  return { value: number(rounded(value, 2)), suffix: language === 'zh' ? zh : en }
}

/** The same for a cell of a table. */
export const cellText = (value: number, unit: Unit, language: Language): { value: string; suffix: string } =>
  unit === 'yuan' ? tableMoney(value, language) : figureText(value, unit, language)
