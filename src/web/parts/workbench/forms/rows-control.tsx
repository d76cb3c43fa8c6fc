import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import type { UnitId } from '../../../../kernel/id.ts'
import { number } from '../../../../kernel/text.ts'
import type { HeldName } from '../../../../register/register.ts'
import { valueIn } from '../../../model/forms/line-value.ts'
import { rowOptions } from '../../../model/forms/row-options.ts'
import { type Option, optionsWith, unitOptions } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'
import { Chips } from './chips.tsx'
import { Combobox } from './combobox.tsx'
import type { ControlProps } from './field-control.tsx'
import { FieldNotes, notesId } from './field-frame.tsx'

/** More rows than this are not drawn; typing or naming the unit narrows them. */
const most = 150

/** Several rows of one table: what the giving unit holds then, to tick, to filter, or all of it. */
export const RowsControl = ({
  writing,
  field,
  path,
  table,
}: ControlProps & { readonly table: HeldName | 'units' }) => {
  const { t, pick } = useWords()
  const id = useId()
  const [unit, setUnit] = useState<UnitId>()
  const [words, setWords] = useState('')
  const { register } = writing
  const giver = writing.giverAt(path)
  const holder = giver ?? unit
  const options = useMemo(
    () => (table === 'units' || holder === undefined ? [] : rowOptions(register, table, holder)),
    [register, table, holder],
  )
  const found = useMemo(() => optionsWith(options, words), [options, words])
  const value = valueIn(writing.filling, path)
  const chosen = Array.isArray(value) ? value.map(String) : []
  const own = new Set(options.map((option) => option.id))
  const foreign = chosen.filter((each) => !own.has(each))
  const set = (ids: readonly string[]) => writing.set(path, ids)
  const toggle = (each: string) =>
    set(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each])
  return (
    <fieldset className="form-group rows-field" aria-describedby={notesId(id)}>
      <legend>
        {pick(field.label)} {!field.isRequired && <small>{t('formOptional')}</small>}
      </legend>
      {giver === undefined && (
        <Combobox
          id={id}
          label={t('formWhose', { what: pick(field.label) })}
          options={unitOptions(register)}
          value={unit}
          placeholder={t('formWhose', { what: pick(field.label) })}
          onChoose={(next) => setUnit(next as UnitId | undefined)}
        />
      )}
      <Chips chosen={foreign} options={foreignOptions(foreign, writing, table)} onRemove={toggle} />
      {holder !== undefined && options.length === 0 && <p className="note">{t('formHoldsNone')}</p>}
      {options.length > 0 && (
        <>
          <div className="rows-head">
            <input
              type="search"
              aria-label={t('formFilter', { what: pick(field.label) })}
              placeholder={t('rowsFilter')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <span role="status">
              {t('formChosen', {
                count: number(chosen.length - foreign.length),
                all: number(options.length),
              })}
            </span>
            <AllButton found={found} chosen={chosen} onSet={set} />
          </div>
          <Ticks options={found.slice(0, most)} chosen={chosen} onToggle={toggle} />
          {found.length > most && (
            <p className="note">{t('formMoreOptions', { count: number(found.length - most) })}</p>
          )}
        </>
      )}
      <FieldNotes id={id} field={field} remarks={writing.remarksAt(path, true)} />
    </fieldset>
  )
}

const foreignOptions = (
  ids: readonly string[],
  { register }: ControlProps['writing'],
  table: HeldName | 'units',
) =>
  table === 'units'
    ? []
    : ids.flatMap((each) => {
        const unit = register[table].get(each)?.unit
        return unit === undefined
          ? []
          : rowOptions(register, table, unit).filter((option) => option.id === each)
      })

const AllButton = ({
  found,
  chosen,
  onSet,
}: {
  readonly found: readonly Option[]
  readonly chosen: readonly string[]
  readonly onSet: (ids: readonly string[]) => void
}) => {
  const { t } = useWords()
  const isAll = found.length > 0 && found.every((option) => chosen.includes(option.id))
  const ids = found.map((option) => option.id)
  return (
    <button
      type="button"
      className="link"
      onClick={() =>
        onSet(isAll ? chosen.filter((each) => !ids.includes(each)) : [...new Set([...chosen, ...ids])])
      }
    >
      {t(isAll ? 'formNoneOfThem' : 'formAll')}
    </button>
  )
}

/** Rows to tick: one stop for Tab, the arrows walk them, Space ticks. */
const Ticks = ({
  options,
  chosen,
  onToggle,
}: {
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}) => {
  const { t, pick } = useWords()
  const [stop, setStop] = useState<string>()
  if (options.length === 0) return <p className="note">{t('formNoOption')}</p>
  const reached = options.some(({ id }) => id === stop) ? stop : options[0]?.id
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const boxes = [...(event.currentTarget.closest('ul')?.querySelectorAll('input') ?? [])]
    boxes[boxes.indexOf(event.currentTarget) + step]?.focus()
  }
  return (
    <ul className="ticks">
      {options.map((option) => (
        <li key={option.id}>
          <label>
            <input
              type="checkbox"
              tabIndex={option.id === reached ? 0 : -1}
              checked={chosen.includes(option.id)}
              onChange={() => onToggle(option.id)}
              onFocus={() => setStop(option.id)}
              onKeyDown={walk}
            />
            <span>{pick(option.label)}</span>
            <small>{pick(option.note)}</small>
          </label>
        </li>
      ))}
    </ul>
  )
}
