import { useId, useMemo } from 'react'
import { valueIn } from '../../../model/forms/line-value.ts'
import { unitFamilies } from '../../../model/forms/unit-families.ts'
import { unitOptions } from '../../../model/forms/unit-options.ts'
import { useWords } from '../../words.tsx'
import { Chips } from './chips.tsx'
import { Combobox } from './combobox.tsx'
import type { ControlProps } from './field-control.tsx'
import { FieldFrame, notesId } from './field-frame.tsx'

/** Several units: each by its name, or all institutions of one sponsor at once. */
export const UnitsControl = ({ writing, field, path }: ControlProps) => {
  const { t, pick } = useWords()
  const id = useId()
  const { register } = writing
  const value = valueIn(writing.filling, path)
  const chosen = useMemo(() => (Array.isArray(value) ? value.map(String) : []), [value])
  const all = unitOptions(register)
  const options = useMemo(() => all.filter((option) => !chosen.includes(option.id)), [all, chosen])
  const families = useMemo(() => unitFamilies(register), [register])
  const remarks = writing.remarksAt(path, true)
  const add = (ids: readonly string[]) => writing.set(path, [...new Set([...chosen, ...ids])])
  return (
    <FieldFrame id={id} field={field} remarks={remarks}>
      <Chips
        chosen={chosen}
        options={all}
        onRemove={(gone) =>
          writing.set(
            path,
            chosen.filter((each) => each !== gone),
          )
        }
      />
      <Combobox
        id={id}
        options={options}
        placeholder={t('formAdd')}
        describedBy={notesId(id)}
        isInvalid={remarks.some(({ severity }) => severity === 'error')}
        onChoose={(next) => next !== undefined && add([next])}
      />
      {families.length > 0 && (
        <select
          className="family"
          aria-label={t('formFamily')}
          value=""
          onChange={(event) => add(families.find((each) => each.sponsor === event.target.value)?.units ?? [])}
        >
          <option value="">{t('formFamily')}</option>
          {families.map(({ sponsor, name, units }) => (
            <option key={sponsor} value={sponsor}>
              {t('formFamilyOf', { name: pick(name), count: units.length })}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
