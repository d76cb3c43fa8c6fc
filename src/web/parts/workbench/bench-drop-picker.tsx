import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { openUnits } from '../../../register/queries.ts'
import type { Unit } from '../../../register/unit.ts'
import type { Bench } from '../../model/bench.ts'
import { useWords } from '../words.tsx'

/** How many units are listed at once; the field finds the others. */
const shown = 40

/** Chooses the unit that another is put upon: type some words of its name, ↑ ↓ and Enter; the whole way without dragging. */
export const BenchDropPicker = ({
  bench,
  moved,
  onPick,
}: {
  readonly bench: Bench
  readonly moved: string
  readonly onPick: (id: string) => void
}) => {
  const { t, pick } = useWords()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const units = useUnits(bench, moved)
  const found = useMemo(() => units.filter((unit) => has(unit, words)), [units, words])
  const list = found.slice(0, shown)
  const current = list[Math.min(at, list.length - 1)]
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((was) => Math.max(0, Math.min(list.length - 1, was + step)))
    else if (event.key === 'Enter' && current !== undefined) onPick(current.id)
    else return
    event.preventDefault()
  }
  useEffect(() => {
    if (current !== undefined)
      document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [current, id])
  return (
    <div className="drop-picker">
      <label htmlFor={id}>{t('dropPickField')}</label>
      <input
        ref={field}
        id={id}
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      {list.length === 0 && <p className="note">{t('dropPickNone')}</p>}
      <div id={`${id}-list`} className="drop-units" role="listbox" aria-label={t('dropPickField')}>
        {list.map((unit) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={unit.id}
            className="drop-unit"
            id={`${id}-${unit.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={unit === current}
            onClick={() => onPick(unit.id)}
          >
            {pick({ zh: unit.name, en: unit.nameEn })}
          </div>
        ))}
      </div>
      {found.length > shown && <p className="note">{t('dropPickMore', { count: found.length - shown })}</p>}
    </div>
  )
}

const has = ({ id, name, nameEn, short, shortEn }: Unit, words: string): boolean => {
  const text = `${id} ${name} ${nameEn} ${short} ${shortEn}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The units of the county after the plan, organs first, each in its official order. */
const useUnits = ({ session }: Bench, moved: string): readonly Unit[] => {
  const register = session.account?.after ?? session.county.register
  return useMemo(() => {
    const rank = { organ: 0, reformInstitution: 1, none: 2 }
    return openUnits(register)
      .filter((unit) => unit.id !== moved && unit.kind !== 'leadership' && unit.kind !== 'assetPool')
      .sort((a, b) => rank[a.counts] - rank[b.counts] || a.order - b.order)
  }, [register, moved])
}
