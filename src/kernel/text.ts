/** A sentence in the two languages of the product. Every text a user can meet has this shape. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

/** Makes a {@link Text}; short because almost every finding and sentence needs one. */
export const say = (zh: string, en: string): Text => ({ zh, en })

/** Joins texts with each language's own separator (、 and a comma). */
export const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map((text) => text.zh).join('、'),
  en: texts.map((text) => text.en).join(', '),
})

const grouped = new Intl.NumberFormat('en')

/** An integer or decimal with thousands separators, the same in both languages; a true minus sign. */
export const number = (value: number): string => grouped.format(value).replace('-', '−')
