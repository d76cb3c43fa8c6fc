import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { OperationName } from '../../../../reform/operations/index.ts'
import { groupsWith, operationText } from '../../../model/forms/operation-groups.ts'
import { useWords } from '../../words.tsx'

/** Which operation the line is: all of them by what they are about, found by either name. */
export const OperationChoice = ({ onChoose }: { readonly onChoose: (name: OperationName) => void }) => {
  const { t, pick, language } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const groups = useMemo(() => groupsWith(words), [words])
  const first = groups[0]?.operations[0]
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, .operation') ?? [])]
    stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk what can be reached by Tab as well
    <div ref={list} className="operation-choice" onKeyDown={walk}>
      <input
        type="search"
        aria-label={t('lineSearch')}
        placeholder={t('lineSearch')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (words.trim() !== '' && first !== undefined) onChoose(first.name)
        }}
      />
      <div className="operation-groups">
        {groups.map(({ id, label, operations }) => (
          <section key={id} aria-labelledby={`operations-${id}`}>
            <h3 id={`operations-${id}`}>{pick(label)}</h3>
            <ul>
              {operations.map((operation) => (
                <li key={operation.name}>
                  <button type="button" className="operation" onClick={() => onChoose(operation.name)}>
                    <b>{pick(operationText(operation))}</b>
                    <code>{language === 'zh' ? operation.name : operation.terms[0]}</code>
                    <span>{pick(operation.counting)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p className="empty">{t('lineNoOperation')}</p>}
      </div>
    </div>
  )
}
