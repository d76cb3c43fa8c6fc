/** About how wide a text is at 12 px, never less than the faces of the page make it; no ruler of a browser is needed. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const sign of text) width += signWidth(sign)
  return width
}

const signWidth = (sign: string): number => {
  if (sign > '\u2E7F' || sign === '‖') return 12
  if (sign >= 'A' && sign <= 'Z') return 8.6
  return /[mwMW%@]/.test(sign) ? 10.8 : /[ .,:;'’()il|]/.test(sign) ? 4.4 : 7
}
