const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const region = '140930'

/** Check character of an organisation code (GB 11714): weights 3 7 9 10 5 8 4 2, modulo 11. */
const organisationCheck = (digits: string): string => {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** A unified social credit code (GB 32100) with correct check characters and a serial that nobody was given (示例). */
export const unifiedCode = (form: 'organ' | 'institution', serial: number): string => {
  const digits = String(serial).padStart(8, '0')
  const body = `${form === 'organ' ? '11' : '12'}${region}${digits}${organisationCheck(digits)}`
  let [sum, weight] = [0, 1]
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + alphabet[(31 - (sum % 31)) % 31]
}
