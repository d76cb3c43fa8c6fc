import { useEffect } from 'react'
import { number } from '../../../../kernel/text.ts'
import type { Option } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'

interface Props {
  readonly id: string
  readonly options: readonly Option[]
  /** How many more there are than are shown. */
  readonly left: number
  readonly active: number
  readonly onTake: (option: Option) => void
}

/** The list under a combobox, in its groups. The focus stays in the box; the pointer does not take it away. */
export const OptionList = ({ id, options, left, active, onTake }: Props) => {
  const { t, pick } = useWords()
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div className="options">
      <div id={id} role="listbox" aria-label={t('formOptions')}>
        {groupsOf(options).map(({ label, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={pick(label)} role="group" aria-label={pick(label)}>
            <div className="options-group" aria-hidden="true">
              {pick(label)}
            </div>
            {entries.map(({ option, at }) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, as the pattern asks
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
              <div
                key={option.id}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                aria-disabled={option.refusal !== undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onTake(option)}
              >
                <span>{pick(option.label)}</span>
                <small>{option.refusal === undefined ? pick(option.note) : pick(option.refusal)}</small>
              </div>
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className="note">{t('formNoOption')}</p>}
      {left > 0 && <p className="note">{t('formMoreOptions', { count: number(left) })}</p>}
    </div>
  )
}

const groupsOf = (options: readonly Option[]) => {
  const groups: { label: Option['group']; entries: { option: Option; at: number }[] }[] = []
  options.forEach((option, at) => {
    const last = groups.at(-1)
    if (last !== undefined && last.label.zh === option.group.zh) last.entries.push({ option, at })
    else groups.push({ label: option.group, entries: [{ option, at }] })
  })
  return groups
}
