import { type Language, number } from '../../kernel/text.ts'
import type { Measure } from '../river/types.ts'

/** An amount in the figure column of the river: people, posts and duties as they are, money in 万元 or thousand yuan. */
export const amountText = (value: number, measure: Measure, language: Language): string => {
  if (measure !== 'money') return number(value)
  return language === 'zh' ? `${number(Math.round(value / 1e4))}万` : `${number(Math.round(value / 1e3))}k`
}
