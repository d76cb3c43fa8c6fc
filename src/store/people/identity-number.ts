import { parseDay } from '../../kernel/day.ts'
import type { Person } from '../../register/person.ts'

/** 公民身份号码, GB 11643-1999: area 6, day of birth 8, sequence 3 (odd for men), check character. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first seventeen digits: ISO 7064, MOD 11-2. */
export const checkCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

/** The area of numbers that are nobody's: no division of the country has this code (GB/T 2260). */
export const inventedArea = '000000'

/** First two digits of the areas that there are: provinces (GB/T 2260), and residents of Taiwan, Hong Kong and Macao. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/

/** What is wrong with a number, or undefined: its form, its area, its day of birth or its check character. */
export const wrongIn = (number: string): 'form' | 'area' | 'birth' | 'check' | undefined => {
  if (!/^\d{17}[\dX]$/.test(number)) return 'form'
  if (!number.startsWith(inventedArea) && !provinces.test(number)) return 'area'
  if (!isDay(number.slice(6, 14))) return 'birth'
  return checkCharacter(number) === number[17] ? undefined : 'check'
}

const isDay = (digits: string): boolean => {
  const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
  return year >= '1900' && parseDay(`${year}-${month}-${date}`) !== undefined
}

/** A number that is well formed and can be nobody's, for a person of the register; `place` tells two of a day apart. */
export const inventedNumber = ({ born, category }: Person, place: number): string => {
  const day = String(1 + (place % 28)).padStart(2, '0')
  const pair = Math.floor(place / 28) % 499
  const sequence = String(pair * 2 + (category === 'man' ? 1 : 2)).padStart(3, '0')
  const digits = `${inventedArea}${born.replace('-', '')}${day}${sequence}`
  return digits + checkCharacter(digits)
}
