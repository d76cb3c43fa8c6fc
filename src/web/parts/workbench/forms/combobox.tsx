import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { type Option, optionsWith } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'
import { OptionList } from './option-list.tsx'

/** How many options are drawn at once; more than this nobody reads, and typing narrows them. */
const most = 80

interface Props {
  readonly id: string
  readonly options: readonly Option[]
  /** What is chosen; a box that only adds to a list has none. */
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
  readonly label?: string | undefined
  readonly describedBy?: string | undefined
  readonly isInvalid?: boolean
  readonly onChoose: (id: string | undefined) => void
}

/** One of many by typing a part of its name (ARIA combobox with a list): ↓ ↑ walk, Enter takes, Esc closes. */
export const Combobox = (props: Props) => {
  const { id, options, value, onChoose } = props
  const { pick } = useWords()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const found = useMemo(() => (isOpen ? optionsWith(options, words ?? '') : []), [isOpen, options, words])
  const shown = found.slice(0, most)
  const chosen = options.find((option) => option.id === value)
  const open = () => {
    setOpen(true)
    setActive(-1)
  }
  const close = () => {
    setOpen(false)
    setWords(undefined)
  }
  const take = (option: Option | undefined) => {
    if (option === undefined || option.refusal !== undefined) return
    onChoose(option.id)
    close()
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (!isOpen) open()
      const next = active + step
      setActive(
        isOpen ? (next + shown.length + (active < 0 && step < 0 ? 1 : 0)) % Math.max(1, shown.length) : 0,
      )
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      take(
        shown[active] ??
          (words !== undefined && words !== ''
            ? shown.find((each) => each.refusal === undefined)
            : undefined),
      )
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return (
    <div className="combobox">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={props.label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 || !isOpen ? undefined : `${listId}-${active}`}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid}
        placeholder={props.placeholder}
        value={words ?? (chosen === undefined ? (value ?? '') : pick(chosen.label))}
        onFocus={(event) => event.currentTarget.select()}
        onClick={open}
        onChange={(event) => {
          setWords(event.target.value)
          setOpen(true)
          setActive(-1)
          if (event.target.value === '' && value !== undefined) onChoose(undefined)
        }}
        onBlur={close}
        onKeyDown={press}
      />
      {isOpen && (
        <OptionList
          id={listId}
          options={shown}
          left={found.length - shown.length}
          active={active}
          onTake={take}
        />
      )}
    </div>
  )
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
