import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import type { Register } from '../../../register/register.ts'
import { useLetterKeys } from '../../model/preferences.ts'
import {
  type DocumentOf,
  type Entry,
  entriesOf,
  type FoundKind,
  type Sounds,
  searcherOf,
} from '../../model/register/search.ts'
import { loadSounds } from '../../model/register/sounds.ts'
import { useWords } from '../words.tsx'

export const foundKeys = {
  unit: 'regFoundUnit',
  section: 'regFoundSection',
  duty: 'regFoundDuty',
  person: 'regFoundPerson',
  document: 'regFoundDocument',
} as const satisfies Record<FoundKind, string>

/** Search over the whole register, by characters, English, ids and the sounds of Chinese; results as one types. */
export const SearchBox = ({
  register,
  documents,
  onFound,
}: {
  readonly register: Register
  readonly documents: readonly DocumentOf[]
  readonly onFound: (entry: Entry) => void
}) => {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const [isBegun, begin] = useState(false)
  const [isShut, shut] = useState(false)
  const sounds = useSounds(isBegun)
  const [hasLetters] = useLetterKeys()
  const search = useMemo(
    () => (isBegun ? searcherOf(entriesOf(register, documents), sounds) : undefined),
    [isBegun, register, documents, sounds],
  )
  const asked = useDeferredValue(words)
  const { found, total } = useMemo(() => search?.(asked) ?? { found: [], total: 0 }, [search, asked])
  const isOpen = asked.trim() !== '' && !isShut
  useSlash(input, hasLetters)
  const at = Math.min(active, Math.max(0, found.length - 1))
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return
    shut(true)
    onFound(entry)
  }
  const keys = (event: KeyboardEvent) => {
    if (isShut && event.key === 'ArrowDown') shut(false)
    else if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(found[at]?.entry)
    else if (event.key === 'Escape' && words !== '') setWords('')
    else return
    event.preventDefault()
  }
  return (
    <div className="register-search">
      <label>
        <span>{t('regSearch')}</span>
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls="register-found"
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found.length > 0 ? `found-${at}` : undefined}
          placeholder={t('regSearchHint')}
          {...(hasLetters ? { 'aria-keyshortcuts': '/' } : {})}
          value={words}
          onFocus={() => begin(true)}
          onBlur={() => shut(true)}
          onChange={(event) => {
            begin(true)
            shut(false)
            setWords(event.target.value)
            setActive(0)
          }}
          onKeyDown={keys}
        />
      </label>
      <p className="note" role="status">
        {isOpen &&
          (total === 0
            ? t('regFoundNone', { words: asked.trim() })
            : t('regFoundCount', { shown: number(found.length), all: number(total) }))}
      </p>
      <div
        id="register-found"
        role="listbox"
        aria-label={t('regFound')}
        hidden={!isOpen || found.length === 0}
      >
        {found.map(({ entry }, place) => (
          <FoundLine
            key={`${entry.kind}:${entry.id}`}
            entry={entry}
            id={`found-${place}`}
            isActive={place === at}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
    </div>
  )
}

const FoundLine = ({
  entry,
  id,
  isActive,
  onChoose,
}: {
  readonly entry: Entry
  readonly id: string
  readonly isActive: boolean
  readonly onChoose: () => void
}) => {
  const { t, pick } = useWords()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={isActive}
      className={`found-line${isActive ? ' is-active' : ''}`}
      data-found={`${entry.kind}:${entry.id}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="found-kind">{t(foundKeys[entry.kind])}</span>
      <span className="found-label">
        {pick(entry.label)}
        {entry.within !== undefined && <small> {pick(entry.within)}</small>}
      </span>
    </div>
  )
}

/** The sounds come once somebody searches; without them everything but the letters of pinyin works. */
const useSounds = (isWanted: boolean): Sounds | undefined => {
  const [sounds, setSounds] = useState<{ readonly of: Sounds }>()
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    loadSounds().then(
      (of) => {
        if (!isGone) setSounds({ of })
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [isWanted])
  return sounds?.of
}

/** “/” goes to the field while nobody types anywhere. */
const useSlash = (input: React.RefObject<HTMLInputElement | null>, hasLetters: boolean) => {
  useEffect(() => {
    if (!hasLetters) return
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return
      const target = event.target instanceof Element ? event.target : document.body
      if (target.closest('input, select, textarea, dialog') !== null) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [input, hasLetters])
}
