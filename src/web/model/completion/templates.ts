import type { Language } from '../../../kernel/text.ts'
import { operations } from '../../../reform/operations/index.ts'
import { beginningOf, schemaAt } from './schema.ts'
import type { Suggestion } from './suggest.ts'

/** A whole line of each operation with the members it must have; `head` is the dash, where it is not there yet. */
export const templates = (language: Language, head: '- ' | ''): Suggestion[] =>
  operations.map(({ name, terms, counting }, rank): Suggestion => {
    const [term = name] = terms
    const word = language === 'zh' ? term : name
    const line = schemaAt(['lines', 0], name)
    const members = (line?.required ?? [])
      .filter((key) => key !== 'op')
      .map((key) => `${' '.repeat(head.length)}${beginningOf(key, line?.properties?.[key] ?? {})}`)
    return {
      label: `${word} …`,
      detail: language === 'zh' ? name : term,
      info: counting[language],
      insert: [`${head}op: ${word}`, ...members].join('\n'),
      isTemplate: true,
      also: `${name} ${terms.join(' ')}`,
      rank,
    }
  })
